#include "core/engine/frame.h"

#include "core/engine/messages.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::engine;

static Bytes bytes(std::initializer_list<int> values) {
    Bytes out;
    for (const int value : values) out.push_back(static_cast<std::uint8_t>(value));
    return out;
}

static Bytes framed(const Bytes& content) {
    Bytes out = bytes({'P', 'L', 'F', '1'});
    for (int i = 0; i < 4; ++i) out.push_back(static_cast<std::uint8_t>(content.size() >> (8 * i)));
    out.insert(out.end(), content.begin(), content.end());
    return out;
}

static std::optional<nlohmann::json> decode(const Bytes& stream) {
    FrameDecoder decoder;
    decoder.feed(stream.data(), stream.size());
    return decoder.next();
}

// CBOR from RFC 8949, appendix A: {"a": 1, "b": [2, 3]} and h'01020304'.
TEST(bytes_of_a_frame) {
    const Bytes expected = framed(bytes({0xa2, 0x61, 0x61, 0x01, 0x61, 0x62, 0x82, 0x02, 0x03}));
    CHECK(encodeFrame({{"a", 1}, {"b", {2, 3}}}) == expected);
    CHECK(encodeFrame(nlohmann::json::binary({1, 2, 3, 4})) == framed(bytes({0x44, 1, 2, 3, 4})));
    const auto message = decode(expected);
    CHECK(message && *message == nlohmann::json({{"a", 1}, {"b", {2, 3}}}));
}

TEST(every_kind_of_value_survives) {
    const nlohmann::json message = {{"null", nullptr},
                                    {"yes", true},
                                    {"text", "\u00fc"},
                                    {"minus", -7},
                                    {"large", ~0ull},
                                    {"real", 0.1},
                                    {"list", {1, {{"k", 2}}}},
                                    {"empty", nlohmann::json::array()},
                                    {"bytes", nlohmann::json::binary({0, 255})}};
    CHECK(*decode(encodeFrame(message)) == message);
}

TEST(byte_by_byte_and_several_at_once) {
    Bytes stream;
    for (int i = 0; i < 3; ++i) {
        const Bytes frame = encodeFrame({{"n", i}, {"pad", std::string(300, 'x')}});
        stream.insert(stream.end(), frame.begin(), frame.end());
    }
    FrameDecoder slow;
    int seen = 0;
    for (const auto byte : stream) {
        slow.feed(&byte, 1);
        while (const auto message = slow.next()) CHECK_EQ((*message)["n"], seen++);
    }
    CHECK_EQ(seen, 3);
    CHECK(!slow.pending());

    FrameDecoder fast;
    fast.feed(stream.data(), stream.size() - 1);
    CHECK_EQ((*fast.next())["n"], 0);
    CHECK_EQ((*fast.next())["n"], 1);
    CHECK(!fast.next());
    CHECK(fast.pending());
}

TEST(damaged_streams_are_refused) {
    CHECK_ERROR("engine.frame", decode(bytes({'H'})));  // seen at the first wrong byte
    CHECK_ERROR("engine.frame", decode(bytes({'P', 'L', 'F', '2', 0, 0, 0, 0})));
    CHECK_ERROR("engine.frame", decode(bytes({'P', 'L', 'F', '1', 1, 0, 0, 4})));  // kMaxFrame + 1
    CHECK(!decode(bytes({'P', 'L', 'F', '1', 0, 0, 0, 4})));                       // kMaxFrame: waits for the rest
    CHECK_ERROR("engine.frame", decode(framed({})));
    CHECK_ERROR("engine.frame", decode(framed(bytes({0xff}))));
    CHECK_ERROR("engine.frame", decode(framed(bytes({0x82, 0x01}))));                          // a list cut short
    CHECK_ERROR("engine.frame", decode(framed(bytes({0x01, 0x01}))));                          // two values
    CHECK_ERROR("engine.frame", decode(framed(bytes({0x5a, 0x7f, 0xff, 0xff, 0xff, 0x00}))));  // 2 GB announced
}

TEST(deep_nesting_does_not_overflow_the_stack) {
    CHECK_ERROR("engine.frame", decode(framed(Bytes(10'000'000, 0x81))));
}

TEST(too_large_a_message_is_not_sent) {
    CHECK_ERROR("engine.frame", encodeFrame(std::string(kMaxFrame, 'x')));
    CHECK(encodeFrame(nlohmann::json::binary(Bytes(kBlobPiece))).size() < kMaxFrame);
}
