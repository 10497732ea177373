#include <algorithm>
#include <map>
#include <set>

#include "core/fewshot/episode_sampler.h"
#include "core/fewshot/sample_queue.h"
#include "tests/core/fewshot/synthetic_volumes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;

namespace {

constexpr int kSize = 20;

/// A volume of five slices whose supervoxel ids are painted as `pixels` first pixels of a slice.
struct Paint {
    int slice;
    std::int32_t id;
    int pixels;
};
TrainingVolume painted(const std::vector<Paint>& paints, std::vector<int> excluded = {}) {
    TrainingVolume volume{"painted", {5, kSize, kSize, 1, 1, {}}, {5, kSize, kSize, 1, 1, {}}, std::move(excluded)};
    volume.image.voxels.resize(5 * kSize * kSize);
    for (std::size_t i = 0; i < volume.image.voxels.size(); ++i)
        volume.image.voxels[i] = toHalf(static_cast<float>(i % 97) / 50);
    volume.supervoxels.voxels.assign(5 * kSize * kSize, 0);
    for (const auto& paint : paints) {
        auto* slice = volume.supervoxels.slice(paint.slice);
        auto* free = std::find(slice, slice + kSize * kSize, 0);
        std::fill(free, free + paint.pixels, paint.id);
    }
    return volume;
}

using Pair = std::tuple<int, std::int32_t, int, int>;
std::map<Pair, int> drawn(const EpisodeSampler& sampler, int times) {
    std::map<Pair, int> result;
    for (int i = 0; i < times; ++i) {
        EpisodeRandom random(5, i);
        const auto choice = sampler.choose(random);
        ++result[{choice.volume, choice.supervoxel, choice.supportSlice, choice.querySlice}];
    }
    return result;
}

}  // namespace

TEST(only_pairs_with_200_pixels_on_one_slice_are_drawn_in_both_orders) {
    // 1: slices 0 (199 pixels), 1 (200), 2 (150), 3 (150). 2: slice 4 alone. 3: too small everywhere.
    const std::vector<TrainingVolume> volumes{
        painted({{0, 1, 199}, {1, 1, 200}, {2, 1, 150}, {3, 1, 150}, {4, 2, 300}, {0, 3, 100}, {1, 3, 100}})};
    const EpisodeSampler sampler(volumes);
    const auto pairs = drawn(sampler, 400);
    CHECK_EQ(pairs.size(), 4u);
    for (const auto& pair : {Pair{0, 1, 0, 1}, Pair{0, 1, 1, 0}, Pair{0, 1, 1, 2}, Pair{0, 1, 2, 1}})
        CHECK_NEAR(pairs.at(pair), 100, 40);  // four standard deviations are 35
}

TEST(a_2d_image_is_support_and_query) {
    auto flat = painted({{0, 1, 199}, {0, 2, 201}});
    flat.image.slices = 1;
    flat.image.voxels.resize(kSize * kSize);
    flat.supervoxels.slices = 1;
    flat.supervoxels.voxels.resize(kSize * kSize);
    const std::vector<TrainingVolume> volumes{flat};
    const EpisodeSampler sampler(volumes);
    const auto pairs = drawn(sampler, 20);
    CHECK_EQ(pairs.size(), 1u);
    CHECK_EQ(pairs.at(Pair{0, 2, 0, 0}), 20);
    const auto episode = sampler.episode(1, 0);
    CHECK(!torch::equal(episode.supportImage, episode.queryImage));
    CHECK(episode.supportMask.sum().item<float>() > 0);
}

TEST(volumes_and_supervoxels_are_equally_likely) {
    const std::vector<TrainingVolume> volumes{
        painted({}), painted({{0, 7, 250}, {1, 7, 250}}),
        painted({{0, 1, 200}, {1, 1, 200}, {2, 1, 200}, {3, 1, 200}, {0, 2, 200}, {1, 2, 200}})};
    std::map<std::pair<int, int>, int> counts;
    for (const auto& [pair, count] : drawn(EpisodeSampler(volumes), 800))
        counts[{std::get<0>(pair), std::get<1>(pair)}] += count;
    CHECK_EQ(counts.size(), 3u);
    CHECK_NEAR((counts[{1, 7}]), 400, 60);
    CHECK_NEAR((counts[{2, 1}]), 200, 50);
    CHECK_NEAR((counts[{2, 2}]), 200, 50);
}

TEST(excluded_slices_are_never_shown) {
    const std::vector<TrainingVolume> volumes{
        painted({{0, 1, 250}, {1, 1, 250}, {2, 1, 250}, {3, 1, 250}, {4, 1, 250}}, {2})};
    std::set<int> shown;
    for (const auto& [pair, count] : drawn(EpisodeSampler(volumes), 200))
        shown.insert({std::get<2>(pair), std::get<3>(pair)});
    CHECK(shown == (std::set<int>{0, 1, 3, 4}));
    const std::vector<TrainingVolume> none{painted({{0, 1, 250}, {1, 1, 250}}, {1})};
    CHECK_ERROR("train.no_episodes", EpisodeSampler{none});
}

TEST(supervoxels_of_another_size_are_refused) {
    std::vector<TrainingVolume> volumes{painted({{0, 1, 250}, {1, 1, 250}})};
    volumes[0].supervoxels.slices = 4;
    CHECK_ERROR("train.volume", EpisodeSampler{volumes});
}

TEST(an_episode_has_the_promised_tensors_and_one_untouched_mask) {
    const protolabel::test::Ball ball{2.5, 30, 34, 16};
    const std::vector<TrainingVolume> volumes{
        {"ball", protolabel::test::ballImage(6, 64, ball), protolabel::test::ballLabels(6, 64, ball, 4, 0), {}}};
    const EpisodeSampler sampler(volumes);
    int movedSupport = 0;
    for (int index = 0; index < 20; ++index) {
        EpisodeRandom random(9, index);
        const auto choice = sampler.choose(random);
        const auto episode = sampler.cut(choice, random);
        CHECK(episode.supportImage.sizes() == (std::vector<std::int64_t>{1, 3, 64, 64}));
        CHECK(episode.queryMask.sizes() == (std::vector<std::int64_t>{64, 64}));
        CHECK_EQ(episode.supportImage.scalar_type(), torch::kFloat);
        CHECK(torch::isfinite(episode.queryImage).all().item<bool>());
        CHECK(torch::equal(episode.queryImage[0][0], episode.queryImage[0][2]));

        const auto original = [&](int z) {
            auto mask = torch::zeros({64, 64});
            for (int y = 0; y < 64; ++y)
                for (int x = 0; x < 64; ++x) mask[y][x] = ball.holds(z, y, x) ? 1.f : 0.f;
            return mask;
        };
        const bool supportMoved = !torch::equal(episode.supportMask, original(choice.supportSlice));
        const bool queryMoved = !torch::equal(episode.queryMask, original(choice.querySlice));
        CHECK(supportMoved != queryMoved);
        movedSupport += supportMoved;
        // The image moves with its mask: the ball stays bright under it, the rest dark.
        for (const auto& [image, mask] : {std::pair(episode.supportImage[0][0], episode.supportMask),
                                          std::pair(episode.queryImage[0][0], episode.queryMask)}) {
            const double inside = (image * mask).sum().item<double>() / mask.sum().item<double>();
            const double outside = (image * (1 - mask)).sum().item<double>() / (1 - mask).sum().item<double>();
            CHECK(inside > outside + 1.2);
            CHECK((mask.eq(0) | mask.eq(1)).all().item<bool>());
        }
    }
    CHECK(movedSupport > 2 && movedSupport < 18);
}

// A supervoxel of one pixel at the border leaves the slice when it is moved; a support without its object teaches nothing.
TEST(the_support_always_shows_its_object) {
    const std::vector<TrainingVolume> volumes{painted({{1, 1, 1}, {2, 1, 250}})};
    const EpisodeSampler sampler(volumes);
    int emptyQueries = 0;
    for (int index = 0; index < 200; ++index) {
        const auto episode = sampler.episode(3, index);
        CHECK(episode.supportMask.any().item<bool>());
        emptyQueries += !episode.queryMask.any().item<bool>();
    }
    CHECK(emptyQueries > 10);
}

TEST(the_queue_gives_the_same_episodes_in_order) {
    const protolabel::test::Ball ball{2.5, 30, 34, 16};
    const std::vector<TrainingVolume> volumes{
        {"ball", protolabel::test::ballImage(6, 64, ball), protolabel::test::ballLabels(6, 64, ball, 4, 0), {}}};
    const EpisodeSampler sampler(volumes);
    SampleQueue<Episode> queue([&](std::int64_t index) { return sampler.episode(3, index); }, 10, 16, 3);
    for (int index = 10; index < 16; ++index) {
        const auto ahead = queue.next(), direct = sampler.episode(3, index);
        CHECK(torch::equal(ahead.supportImage, direct.supportImage));
        CHECK(torch::equal(ahead.queryImage, direct.queryImage));
        CHECK(torch::equal(ahead.queryMask, direct.queryMask));
    }
}

TEST(errors_of_a_background_thread_reach_the_caller) {
    SampleQueue<Episode> queue([](std::int64_t) -> Episode { throw Error("test.broken", "broken; mend it"); }, 0, 1, 3);
    CHECK_ERROR("test.broken", queue.next());
}
