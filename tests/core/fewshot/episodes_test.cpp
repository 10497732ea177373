#include <algorithm>
#include <array>
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

// A volume of five slices that shows `labels` (slice, id, pixels) beside one supervoxel.
static TrainingVolume labelled(const std::vector<Paint>& paints) {
    auto volume = painted({{0, 1, 250}, {1, 1, 250}});
    volume.labels = painted(paints).supervoxels;
    return volume;
}

// Volume 0 shows label 4 on slices 0, 1 and 4, volume 1 on slice 3 (and 49 pixels on slice 2, too few); label 9 is on one slice alone.
TEST(finished_labels_are_classes_of_episodes_within_and_across_volumes) {
    const std::vector<TrainingVolume> volumes{labelled({{0, 4, 50}, {1, 4, 50}, {4, 4, 200}}),
                                              labelled({{2, 4, 49}, {3, 4, 50}, {2, 9, 60}})};
    const EpisodeSampler sampler(volumes, 0.25);
    std::map<std::int32_t, int> classes;
    std::map<std::array<int, 4>, int> pairs;  // of label 4: support volume, slice, query volume, slice
    int supervoxels = 0;
    for (int i = 0; i < 4800; ++i) {
        EpisodeRandom random(5, i);
        const auto choice = sampler.choose(random);
        if (!choice.labelled) {
            ++supervoxels;
            CHECK_EQ(choice.queryVolume, choice.volume);
            continue;
        }
        ++classes[choice.supervoxel];
        if (choice.supervoxel == 9) {
            CHECK(choice.volume == 1 && choice.supportSlice == 2 && choice.queryVolume == 1 && choice.querySlice == 2);
        } else {
            ++pairs[{choice.volume, choice.supportSlice, choice.queryVolume, choice.querySlice}];
        }
    }
    CHECK_NEAR(supervoxels, 3600, 120);  // four standard deviations
    CHECK_NEAR(classes[4], 600, 90);
    CHECK_NEAR(classes[9], 600, 90);
    // Support in volume 0 (half of 600): each slice 100, its query in either volume. In volume 1: slice 3, its query in volume 0 alone, at
    // relative position 0.75 halfway between none but nearest to 1 (slice 4).
    const std::map<std::array<int, 4>, int> expected{{{0, 0, 0, 1}, 50}, {{0, 0, 1, 3}, 50}, {{0, 1, 0, 0}, 50},
                                                     {{0, 1, 1, 3}, 50}, {{0, 4, 0, 1}, 50}, {{0, 4, 1, 3}, 50},
                                                     {{1, 3, 0, 4}, 300}};
    CHECK_EQ(pairs.size(), expected.size());
    for (const auto& [pair, count] : expected) CHECK_NEAR(pairs[pair], count, count == 300 ? 70 : 30);
}

TEST(episodes_of_labels_show_them_and_leave_those_of_supervoxels_as_they_were) {
    const protolabel::test::Ball ball{2.5, 30, 34, 16};
    std::vector<TrainingVolume> volumes{
        {"ball", protolabel::test::ballImage(6, 64, ball), protolabel::test::ballLabels(6, 64, ball, 4, 0), {}}};
    const auto before = EpisodeSampler(volumes).episode(3, 7);
    volumes[0].labels = protolabel::test::ballLabels(6, 64, ball, 2, 0);
    const auto after = EpisodeSampler(volumes, 1).episode(3, 7);
    const double inside =
        (after.queryImage[0][0] * after.queryMask).sum().item<double>() / after.queryMask.sum().item<double>();
    CHECK(inside > 1.2);  // the ball is at 2, its surroundings at -0.5
    volumes[0].labels = {};
    CHECK(torch::equal(before.supportImage, EpisodeSampler(volumes, 1).episode(3, 7).supportImage));
    volumes[0].supervoxels.voxels.assign(volumes[0].supervoxels.voxels.size(), 0);
    CHECK_ERROR("train.no_episodes", EpisodeSampler{volumes});
    volumes[0].labels = protolabel::test::ballLabels(6, 64, ball, 2, 0);
    CHECK(EpisodeSampler(volumes).episode(1, 1).supportMask.any().item<bool>());  // labels alone do, too
    volumes[0].labels.slices = 5;
    CHECK_ERROR("train.volume", EpisodeSampler{volumes});
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
