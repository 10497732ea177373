#include "core/base/slice_stack.h"

#include "tests/support/check.h"

using namespace protolabel;

static SliceStack<std::int32_t> ids() {
    SliceStack<std::int32_t> stack;
    stack.slices = 2;
    stack.height = 2;
    stack.width = 3;
    stack.pixelSpacing = 1.25;
    stack.sliceSpacing = 7.7;
    stack.voxels = {0, 0, 0, 5, 5, 0, 0, 0, -1, 70000, 70000, 70000};
    return stack;
}

TEST(ids_come_back_and_runs_are_short) {
    const auto stack = ids();
    const Bytes bytes = encode(stack);
    CHECK_EQ(bytes.size(), 32u + 5 * 8);  // header, five runs
    SliceStack<std::int32_t> back;
    decode(bytes, back);
    CHECK(back == stack);
    CHECK_EQ(back.slice(1)[3], 70000);
}

TEST(dense_stacks_come_back) {
    SliceStack<float> floats;
    floats.slices = 1;
    floats.height = 1;
    floats.width = 2;
    floats.voxels = {1.5f, -2.0f};
    SliceStack<float> back;
    decode(encode(floats), back);
    CHECK(back == floats);

    SliceStack<Half> halfs;
    halfs.slices = 1;
    halfs.height = 2;
    halfs.width = 1;
    halfs.voxels = {toHalf(1), toHalf(-3)};
    SliceStack<Half> halfsBack;
    decode(encode(halfs), halfsBack);
    CHECK(halfsBack == halfs);
}

TEST(another_type_or_any_damage_is_refused) {
    const Bytes good = encode(ids());
    SliceStack<float> wrong;
    CHECK_ERROR("stack.damaged", decode(good, wrong));

    SliceStack<std::int32_t> back;
    for (std::size_t size = 0; size < good.size(); ++size) {
        const Bytes cut(good.begin(), good.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK_ERROR("stack.damaged", decode(cut, back));
    }
    Bytes longer = good;
    longer.push_back(0);
    CHECK_ERROR("stack.damaged", decode(longer, back));
    Bytes huge = good;
    huge[4] = huge[5] = huge[8] = huge[9] = huge[12] = huge[13] = 0xff;  // claims 2^48 voxels
    CHECK_ERROR("stack.damaged", decode(huge, back));
}

TEST(runs_that_add_up_to_an_absurd_size_are_refused) {
    SliceStack<std::int32_t> small;
    small.slices = small.height = small.width = 1;
    small.voxels = {7};
    Bytes bytes = encode(small);
    for (const std::size_t side : {4u, 8u, 12u}) bytes[side + 1] = 0x10, bytes[side] = 0;  // 4096 x 4096 x 4096
    bytes.resize(bytes.size() - 8);
    for (int run = 0; run < 16; ++run)  // 16 runs of 2^32 - 1 and one of 16: the sum fits the claim
        bytes.insert(bytes.end(), {7, 0, 0, 0, 0xff, 0xff, 0xff, 0xff});
    bytes.insert(bytes.end(), {7, 0, 0, 0, 16, 0, 0, 0});
    SliceStack<std::int32_t> back;
    CHECK_ERROR("stack.damaged", decode(bytes, back));
}
