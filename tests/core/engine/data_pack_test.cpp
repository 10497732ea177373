#include "core/engine/data_pack.h"

#include "core/base/sha256.h"
#include "tests/support/check.h"

using namespace protolabel;
using engine::decodePack;
using engine::encodePack;
using engine::PackedVolume;

namespace {

PackedVolume volume(const std::string& name, int shift) {
    PackedVolume v{name, {2, 4, 4, 1.25, 7.7, {}}, {2, 4, 4, 1.25, 7.7, {}}, {2, 4, 4, 1.25, 7.7, {}}};
    for (int i = 0; i < 32; ++i) {
        v.image.voxels.push_back(toHalf(static_cast<float>(i * shift) / 8));
        v.labels.voxels.push_back(i % 3);
        v.supervoxels.voxels.push_back(i / 5 + shift);
    }
    return v;
}

Bytes resealed(Bytes bytes) {
    bytes.resize(bytes.size() - 64);
    const auto digest = sha256Hex(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.end());
    return bytes;
}

}  // namespace

TEST(volumes_come_back_from_a_pack) {
    const auto bytes = encodePack({volume("image_1", 1), volume("image_2", 3)});
    const auto back = decodePack(bytes);
    CHECK_EQ(back.size(), 2u);
    CHECK_EQ(back[1].name, "image_2");
    CHECK(back[1].image == volume("", 3).image);
    CHECK(back[0].labels == volume("", 1).labels);
    CHECK(back[1].supervoxels == volume("", 3).supervoxels);
    CHECK(decodePack(encodePack({})).empty());
}

TEST(a_damaged_pack_is_refused) {
    const auto bytes = encodePack({volume("image_1", 1)});
    CHECK_ERROR("pack.format", decodePack({}));
    CHECK_ERROR("pack.format", decodePack(Bytes(200, 'x')));
    CHECK_ERROR("pack.damaged", decodePack(Bytes(bytes.begin(), bytes.begin() + 40)));
    for (std::size_t i = 8; i < bytes.size(); i += 11) {
        auto wrong = bytes;
        wrong[i] ^= 1;
        CHECK_ERROR("pack.damaged", decodePack(wrong));
    }
}

TEST(a_pack_that_lies_is_refused) {
    const auto bytes = encodePack({volume("image_1", 1)});
    for (std::size_t i = 8; i + 64 < bytes.size(); ++i) {  // its checksum fits
        auto wrong = bytes;
        wrong[i] ^= 0x15;
        try {
            decodePack(resealed(wrong));
        } catch (const Error& error) {
            CHECK_EQ(error.code(), "pack.damaged");
        }
    }
}
