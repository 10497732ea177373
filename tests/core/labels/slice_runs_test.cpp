#include "core/labels/slice_runs.h"

#include <random>

#include "core/labels/run_length.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;

namespace {

LabelSlice randomSlice(std::mt19937& random, int width, int height) {
    LabelSlice slice(width, height);
    for (std::size_t n = 0; n < slice.pixels.size(); ++n)
        slice.pixels[n] = n > 0 && random() % 3 != 0 ? slice.pixels[n - 1] : static_cast<std::uint16_t>(random() % 4);
    return slice;
}

}  // namespace

TEST(runs_go_on_across_rows) {
    LabelSlice slice(3, 2);
    slice.pixels = {0, 5, 5, 5, 0, 7};
    const SliceRuns runs(slice);
    CHECK((runs.runs == std::vector<SliceRuns::Run>{{1, 0}, {4, 5}, {5, 0}, {6, 7}}));
    CHECK((runs.counts() == std::map<std::uint16_t, std::int64_t>{{5, 3}, {7, 1}}));
    CHECK(runs.dense() == slice);
    CHECK(SliceRuns::background(3, 2) == SliceRuns(LabelSlice(3, 2)));
    CHECK(SliceRuns::background(0, 2).runs.empty());
}

TEST(appended_runs_of_one_value_are_one) {
    SliceRuns runs(4, 1);
    runs.append(2, 1);
    runs.append(3, 0);
    runs.append(2, 2);
    runs.append(0, 1);
    CHECK((runs.runs == std::vector<SliceRuns::Run>{{3, 2}, {4, 0}}));
}

TEST(the_project_code_is_that_of_the_pixels) {
    std::mt19937 random(1);
    for (int n = 0; n < 100; ++n) {
        const auto slice =
            randomSlice(random, 1 + static_cast<int>(random() % 30), 1 + static_cast<int>(random() % 30));
        const auto bytes = encodeRuns(slice);
        CHECK(encodeRuns(SliceRuns(slice)) == bytes);
        SliceRuns back;
        decodeRuns(bytes, back);
        CHECK(back == SliceRuns(slice));
    }
    SliceRuns tooShort(4, 2);
    tooShort.append(1, 7);
    CHECK_ERROR("runs.size", encodeRuns(tooShort));
    SliceRuns read;
    CHECK_ERROR("runs.damaged", decodeRuns({2, 2, 1, 2, 1, 2}, read));  // one run in two
    CHECK_ERROR("runs.damaged", decodeRuns({2, 2, 1, 5}, read));
}

TEST(pixels_are_taken_from_the_volume_and_the_others_stay) {
    std::mt19937 random(2);
    for (int n = 0; n < 300; ++n) {
        const Plane plane{n % 3, 1};
        LabelVolume volume({{5, 6, 7}, {1, 1, 1}});
        for (auto& voxel : volume.voxels()) voxel = static_cast<std::uint16_t>(random() % 4);
        const auto edited = volume.slice(plane);
        const auto stored = randomSlice(random, edited.width, edited.height);
        auto wanted = stored;
        std::vector<PlaneRun> pixels;
        LabelChange expected;
        for (int run = static_cast<int>(random() % 6); run > 0; --run) {  // in any order, some twice
            const int y = static_cast<int>(random() % static_cast<unsigned>(edited.height));
            const int begin = static_cast<int>(random() % static_cast<unsigned>(edited.width));
            const int end = begin + static_cast<int>(random() % static_cast<unsigned>(edited.width - begin + 1));
            pixels.push_back({y, begin, end});
            for (int x = begin; x < end; ++x) {
                const auto was = stored.at(x, y), now = edited.at(x, y);
                wanted.at(x, y) = now;
                if (was != now && was != 0) expected.lost.insert(was);
                if (was != now && now != 0) expected.gained.insert(now);
            }
        }
        LabelChange change;
        CHECK(withPixels(SliceRuns(stored), pixels, plane, volume, change) == SliceRuns(wanted));
        CHECK(change.lost == expected.lost);
        CHECK(change.gained == expected.gained);
    }
}
