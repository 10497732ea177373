// Whatever a file holds, reading it gives tensors no larger than the file, or an Error that says why not. Run with sanitizers too.
#include <functional>
#include <random>

#include "core/base/error.h"
#include "core/fewshot/weights/torch_file.h"
#include "tests/core/fewshot/torch_bytes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot::test;
using namespace protolabel::fewshot::weights;

namespace {

/// Something of everything: wrappers, memo, short opcodes, attributes, a parameter.
std::string richPickle() {
    const auto a = tensor("FloatStorage", "0", 6, 0, {2, 3}, {3, 1}), b = tensor("LongStorage", "1", 1, 0, {}, {});
    const auto parameter = called(global("torch._utils", "_rebuild_parameter"), {a, "\x88", "N"});
    const auto size = called(global("torch", "Size"), {numbers({2, 3})});
    auto weights = called(global("collections", "OrderedDict"), {}) + "q\x01(" + pickled("a") + a + pickled("n") + b +
                   pickled("p") + parameter + 'u' + dictionary({{"_metadata", "h\x01"}}) + 'b';
    return finished(dictionary({{"lr", std::string("G\x3f\xf0\0\0\0\0\0\0", 9)},
                                {"size", size},
                                {"steps", list({"K\x05", std::string("M\x05\0", 3), "J\xff\xff\xff\xff"})},
                                {"state_dict", weights}}));
}

std::vector<StoredBytes> richStorages() {
    return {{"0", littleEndian({0, 1, 2, 3, 4, 5})}, {"1", Bytes(8)}};
}

/// Reads all that the file offers.
bool attempt(const Bytes& bytes) {
    try {
        for (const auto& [name, view] : readTorchFile(bytes).tensors) {
            const auto count = static_cast<std::size_t>(view.count());
            CHECK(count * sizeOf(view.type) <= bytes.size());
            std::vector<float> floats(count);
            std::vector<std::int64_t> integers(count);
            if (isFloating(view.type)) view.copyTo(floats.data());
            if (view.type == ElementType::Int64) view.copyTo(integers.data());
        }
        return true;
    } catch (const Error& error) {
        CHECK_EQ(error.code().rfind("weights.", 0), 0U);
        return false;
    }
}

void mutate(Bytes& bytes, std::mt19937& random) {
    static const std::uint8_t opcodes[] = {'(',  '.',  'J',  'K',  'M',  'N',  'Q',  'R',  'T',  'U',  'X', 'a',  'b',
                                           'c',  'e',  'h',  'j',  'q',  'r',  's',  't',  'u',  '}',  'G', ']',  ')',
                                           0x80, 0x85, 0x86, 0x87, 0x88, 0x8a, 0x8c, 0x93, 0x94, 0x95, 0,   0xff, 0x7f};
    const auto at = random() % bytes.size();
    const auto place = bytes.begin() + static_cast<std::ptrdiff_t>(at);
    switch (random() % 6) {
        case 0: bytes[at] = static_cast<std::uint8_t>(random()); break;
        case 1: bytes[at] ^= static_cast<std::uint8_t>(1u << random() % 8); break;
        case 2: bytes[at] = opcodes[random() % sizeof opcodes]; break;
        case 3: bytes.insert(place, opcodes[random() % sizeof opcodes]); break;
        case 4:
            bytes.erase(
                place, place + static_cast<std::ptrdiff_t>(std::min<std::size_t>(1 + random() % 4, bytes.size() - at)));
            break;
        default: {  // a piece of the file once more
            const auto from = random() % bytes.size();
            const Bytes piece(bytes.begin() + static_cast<std::ptrdiff_t>(from),
                              bytes.begin() + static_cast<std::ptrdiff_t>(
                                                  std::min<std::size_t>(from + 1 + random() % 40, bytes.size())));
            bytes.insert(place, piece.begin(), piece.end());
        }
    }
    if (bytes.empty()) bytes.push_back(0);
}

/// `rounds` files with up to four changes each; returns how many could still be read.
int fuzz(const Bytes& start, int rounds, unsigned seed, const std::function<Bytes(const Bytes&)>& wrap) {
    std::mt19937 random(seed);
    int readable = 0;
    for (int i = 0; i < rounds; ++i) {
        auto bytes = start;
        for (unsigned n = 0; n <= random() % 4; ++n) mutate(bytes, random);
        readable += attempt(wrap(bytes)) ? 1 : 0;
    }
    return readable;
}

const auto kAsItIs = [](const Bytes& bytes) { return bytes; };
constexpr int kRounds = 6000;

}  // namespace

TEST(the_files_are_sound_before_they_are_damaged) {
    CHECK(attempt(zipFile(richPickle(), richStorages())));
    CHECK_EQ(readTorchFile(zipFile(richPickle(), richStorages())).tensors.size(), 3U);
}

TEST(files_cut_anywhere_are_refused) {
    // The long number of the legacy layout's second storage has 8-byte elements, which the writer does not know.
    for (const auto& bytes : {zipFile(richPickle(), richStorages()), legacyFile(smallPickle(), smallStorages())})
        for (std::size_t size = 0; size < bytes.size(); ++size)
            CHECK(!attempt(Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size))));
}

TEST(every_flipped_bit_of_an_archive_is_noticed_or_harmless) {
    const auto bytes = zipFile(smallPickle(), smallStorages());
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto flipped = bytes;
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1u << bit % 8);
        try {
            // What no checksum covers (dates, version numbers) changes nothing that is read.
            std::vector<float> values(6);
            readTorchFile(flipped).tensors.at("a").copyTo(values.data());
            CHECK(values == std::vector<float>({0, 1, 2, 3, 4, 5}));
        } catch (const Error& error) {
            CHECK_EQ(error.code().rfind("weights.", 0), 0U);
        }
    }
}

TEST(damaged_archives_never_crash) {
    fuzz(zipFile(richPickle(), richStorages()), kRounds, 1, kAsItIs);
}

TEST(damaged_legacy_files_never_crash) {
    CHECK(fuzz(legacyFile(smallPickle(), smallStorages()), kRounds, 2, kAsItIs) > 0);
}

// The checksum is right: what is damaged gets as far as the pickle machine.
TEST(damaged_pickles_never_crash) {
    const auto pickle = richPickle();
    const int readable = fuzz(Bytes(pickle.begin(), pickle.end()), 2 * kRounds, 3, [](const Bytes& bytes) {
        return zipFile(std::string(bytes.begin(), bytes.end()), richStorages());
    });
    CHECK(readable > kRounds / 100);
}
