#include "core/base/packed_slices.h"

#include <cmath>

#include "tests/support/check.h"

using namespace protolabel;

namespace {

std::uint64_t next(std::uint64_t& state) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return state >> 33;
}

SliceStack<Half> noise(int slices, int height, int width) {
    SliceStack<Half> stack{slices, height, width, 1, 1, {}};
    std::uint64_t state = 1;
    for (int i = 0; i < slices * height * width; ++i)
        stack.voxels.push_back({static_cast<std::uint16_t>(next(state))});  // NaN, infinities, both zeros
    return stack;
}

template <class T>
void checkReturns(const SliceStack<T>& stack) {
    SliceStack<T> back = stack;
    back.voxels.clear();
    unpackVoxels(packVoxels(stack), back);
    CHECK(back == stack);
}

}  // namespace

TEST(any_voxels_come_back) {
    checkReturns(noise(3, 40, 31));
    checkReturns(noise(1, 1, 1));
    checkReturns(SliceStack<Half>{0, 0, 0, 1, 1, {}});
    SliceStack<std::int32_t> ids{2, 3, 4, 1, 1, {}};
    for (int i = 0; i < 24; ++i) ids.voxels.push_back(i % 3 == 0 ? INT32_MIN : i % 3 == 1 ? INT32_MAX : i);
    checkReturns(ids);
}

TEST(smooth_images_need_little_more_than_their_noise) {
    // A ramp with noise of 16 equally likely values: 4 bits a voxel is the least.
    SliceStack<Half> ramp{4, 128, 128, 1, 1, {}};
    std::uint64_t state = 1;
    for (int z = 0; z < 4; ++z)
        for (int y = 0; y < 128; ++y)
            for (int x = 0; x < 128; ++x)
                ramp.voxels.push_back(toHalf(static_cast<float>(x + y + static_cast<int>(next(state) % 16))));
    checkReturns(ramp);
    const double bits = 8.0 * static_cast<double>(packVoxels(ramp).size()) / (4 * 128 * 128);
    CHECK(bits > 4 && bits < 5.5);
    SliceStack<std::int32_t> blank{4, 256, 256, 1, 1, std::vector<std::int32_t>(4 * 256 * 256, 7)};
    CHECK(packVoxels(blank).size() < 100);
}

TEST(damage_is_noticed_or_harmless) {
    const auto stack = noise(2, 20, 20);
    const auto bytes = packVoxels(stack);
    SliceStack<Half> back{2, 20, 20, 1, 1, {}};
    CHECK_ERROR("pack.damaged", unpackVoxels(Bytes(bytes.begin(), bytes.begin() + 200), back));
    CHECK_ERROR("pack.damaged", unpackVoxels({}, back));
    SliceStack<Half> larger{40, 200, 200, 1, 1, {}};
    CHECK_ERROR("pack.damaged", unpackVoxels(bytes, larger));
    for (std::size_t i = 0; i < bytes.size(); i += 7) {  // whatever comes out, nothing is read or written outside
        auto wrong = bytes;
        wrong[i] ^= 0x55;
        try {
            unpackVoxels(wrong, back);
        } catch (const Error& error) {
            CHECK_EQ(error.code(), "pack.damaged");
        }
    }
}
