#include "core/labels/run_length.h"

#include <random>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;

namespace {

template <class T>
Image2D<T> randomImage(std::mt19937& random, int side, int values) {
    Image2D<T> image(1 + static_cast<int>(random() % side), 1 + static_cast<int>(random() % side));
    T value = 0;
    for (auto& pixel : image.pixels) {
        if (random() % 5 == 0) value = static_cast<T>(random() % values);
        pixel = value;
    }
    return image;
}

template <class T>
void roundTrip(const Image2D<T>& image) {
    Image2D<T> back;
    decodeRuns(encodeRuns(image), back);
    CHECK(back == image);
}

}  // namespace

TEST(layout_by_hand) {
    LabelSlice slice(200, 1);
    std::fill(slice.pixels.begin() + 150, slice.pixels.end(), std::uint16_t{300});
    // width 200, height 1, (0, 150), (300, 50) as LEB128
    CHECK(encodeRuns(slice) == (Bytes{0xc8, 0x01, 0x01, 0x00, 0x96, 0x01, 0xac, 0x02, 0x32}));
}

TEST(images_survive_a_round_trip) {
    std::mt19937 random(1);
    for (int n = 0; n < 200; ++n) {
        roundTrip(randomImage<std::uint8_t>(random, 70, 2));
        roundTrip(randomImage<std::uint8_t>(random, 70, 256));
        roundTrip(randomImage<std::uint16_t>(random, 70, 65536));
    }
    roundTrip(Mask());
    roundTrip(Mask(0, 5));
    roundTrip(Mask(4096, 4096, 1));
}

TEST(bytes_not_made_by_the_codec_are_refused) {
    Mask mask;
    const auto refused = [&](const Bytes& bytes) { CHECK_ERROR("runs.damaged", decodeRuns(bytes, mask)); };
    refused({});
    refused({2, 2});                                      // runs missing
    refused({2, 2, 1, 5});                                // too long
    refused({2, 2, 1, 4, 0});                             // trailing byte
    refused({2, 2, 1, 0, 1, 4});                          // empty run
    refused({2, 2, 1, 2, 1, 2});                          // one run in two
    refused({2, 2, 0x80, 0x02, 4});                       // value 256
    refused({2, 2, 0x81, 0x00, 4});                       // overlong varint
    refused({0x80, 0x80, 0x04, 1, 1, 0x80, 0x80, 0x04});  // side 65536
    refused({2, 2, 1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff});
    // 65535 x 65535 pixels of one value: would be 4 GiB
    refused({0xff, 0xff, 0x03, 0xff, 0xff, 0x03, 1, 0x81, 0x80, 0xf8, 0xff, 0x0f});
    CHECK_EQ(mask.pixels.size(), 0u);
}

TEST(damaged_bytes_give_an_error_or_a_valid_image) {
    std::mt19937 random(2);
    int errors = 0;
    for (int n = 0; n < 20000; ++n) {
        Bytes bytes = encodeRuns(randomImage<std::uint16_t>(random, 20, 500));
        if (n % 2 == 0)
            bytes.resize(random() % bytes.size());
        else
            bytes[random() % bytes.size()] ^= static_cast<std::uint8_t>(1u << (random() % 8));
        LabelSlice image;
        try {
            decodeRuns(bytes, image);
            CHECK_EQ(image.pixels.size(), static_cast<std::size_t>(image.width) * image.height);
            CHECK(encodeRuns(image) == bytes);
        } catch (const Error& error) {
            CHECK_EQ(error.code(), "runs.damaged");
            ++errors;
        }
    }
    CHECK(errors > 10000);  // every truncation, most flips
}
