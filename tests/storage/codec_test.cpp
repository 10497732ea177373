#include "storage/codec.h"

#include <random>

#include "core/base/id.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::storage;

TEST(geometry_reads_back_exactly) {
    imaging::Geometry geometry;
    geometry.size = {512, 511, 30};
    geometry.spacing = {0.1, 1.0 / 3, 5};
    geometry.origin = {-1e-17, 123456.789, -250};
    geometry.direction[1] = {0.6, -0.8, 1e300};
    CHECK(geometryFrom(geometryText(geometry)) == geometry);
    CHECK_EQ(geometryText({}), "0 0 0 1 1 1 0 0 0 1 0 0 0 1 0 0 0 1");
    CHECK_ERROR("project.damaged", geometryFrom("1 2 3"));
    CHECK_ERROR("project.damaged", geometryFrom(geometryText(geometry) + " 1"));
    CHECK_ERROR("project.damaged", geometryFrom("1 2 x"));
}

TEST(ids_are_separated_by_spaces) {
    CHECK_EQ(idsText(std::vector<SupportId>{{3}, {12}}), "3 12");
    CHECK(idsFrom("3 12") == (std::vector<std::int64_t>{3, 12}));
    CHECK(idsFrom("").empty());
    CHECK_ERROR("project.damaged", idsFrom("3,12"));
}

TEST(damaged_masks_are_errors_or_valid_images) {
    std::mt19937 random(3);
    int errors = 0;
    for (int n = 0; n < 5000; ++n) {
        labels::LabelSlice image(30, 20);
        for (auto& pixel : image.pixels) pixel = random() % 9 == 0;
        Bytes packed = packRuns(image);
        CHECK(unpackRuns<labels::LabelSlice>(packed) == image);
        if (n % 2 == 0)
            packed.resize(random() % packed.size());
        else
            packed[random() % packed.size()] ^= static_cast<std::uint8_t>(1u << (random() % 8));
        try {
            const auto read = unpackRuns<labels::LabelSlice>(packed);
            CHECK_EQ(read.pixels.size(), static_cast<std::size_t>(read.width) * read.height);
        } catch (const Error& error) {
            CHECK_EQ(error.code(), "project.damaged");
            ++errors;
        }
    }
    CHECK(errors >= 2500);  // every truncation
}

// Undo records go to code of SQLite's that trusts them: damage must stop here.
TEST(no_flipped_bit_of_the_content_is_overlooked) {
    std::mt19937 random(5);
    Bytes data(300);
    for (auto& byte : data) byte = static_cast<std::uint8_t>(random());
    const Bytes packed = compress(data, 3);
    CHECK(decompress(packed) == data);
    int overlooked = 0;
    for (std::size_t at = 0; at < packed.size(); ++at)
        for (int bit = 0; bit < 8; ++bit) {
            Bytes damaged = packed;
            damaged[at] ^= static_cast<std::uint8_t>(1u << bit);
            try {
                CHECK(decompress(damaged) == data);  // a header bit that means nothing here
                ++overlooked;
            } catch (const Error& error) {
                CHECK_EQ(error.code(), "project.damaged");
            }
        }
    CHECK(overlooked < 8);
}
