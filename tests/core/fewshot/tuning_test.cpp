#include "core/fewshot/tuning.h"

#include "core/base/slice_stack.h"
#include "core/labels/run_length.h"
#include "tests/core/fewshot/fake_context.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using protolabel::fewshot::test::FakeContext;

namespace {

constexpr int kSize = 64, kCells = 8;
constexpr double kLearned = -10;

/// A volume of which the cache already holds the features: cells of the object, (2..4, 2..4) shifted by the slice, are one direction; all other cells
/// have a cosine of `similar` with it.
class Known {
public:
    Known(const std::string& method, int slices, double similar) : cache_({}, 1 << 24, 0) {
        Model model;
        model.spec.method = method;
        model.network = Network("resnet18", 8, 3);
        const torch::NoGradGuard noGradient;
        model.network->threshold.fill_(kLearned);
        request.model = context.put(encode(model));
        request.device = "cpu";
        SliceStack<Half> image{slices, kSize, kSize, 1, 1, {}};
        image.voxels.resize(static_cast<std::size_t>(slices) * kSize * kSize);
        const auto hash = context.put(encode(image));
        const auto computedOn = models_.get(request.model, torch::kCPU, context)->computedOn;
        for (int z = 0; z < slices; ++z) {
            auto map = torch::zeros({1, 256, kCells, kCells});
            map.select(1, 0).fill_(similar);
            map.select(1, 1).fill_(std::sqrt(1 - similar * similar));
            auto object = map.slice(2, 2, 5).slice(3, 1 + z, 4 + z);
            object.select(1, 0).fill_(1);
            object.select(1, 1).fill_(0);
            cache_.keep(FeatureCache::key(request.model, hash, z, computedOn), {{map.to(torch::kHalf)}, {}});
            request.supports.push_back({hash, z, 1, mask(z), 1});
            request.slices.push_back({hash, z, 1, mask(z), {z == 0 ? 1 : z - 1}});
        }
    }
    engine::TuneResult run() { return tune(request, context, models_, cache_); }

    FakeContext context;
    engine::TuneRequest request;

private:
    static Bytes mask(int z) {
        labels::Mask mask(kSize, kSize);
        for (int y = 16; y < 40; ++y)
            for (int x = 8 + 8 * z; x < 32 + 8 * z; ++x) mask.at(x, y) = 1;
        return labels::encodeRuns(mask);
    }
    ModelCache models_;
    FeatureCache cache_;
};

}  // namespace

// With t = -10 everything of a cosine of 0.5 or more is the object, hence the surroundings as well.
TEST(t_is_moved_until_the_surroundings_are_left_out) {
    Known known("adnet", 4, 0.5);
    const auto result = known.run();
    CHECK_EQ(result.labels.size(), 1U);
    CHECK_EQ(result.threshold, kLearned);
    const auto& label = result.labels[0];
    CHECK(label.changed);
    CHECK_EQ(label.slices, 4);
    // Everything was foreground: 2 * 24^2 / (24^2 + 64^2).
    CHECK_NEAR(label.before, 100 * 2.0 * 576 / (576 + 4096), 1e-6);
    CHECK(*label.options.threshold < -10 && *label.options.threshold >= -14.5);
    CHECK(label.after > 50);
    CHECK_EQ(label.options.alpha, 1.0);  // ADNet has no fusion: nothing else is tried
    CHECK_EQ(label.options.regions, 1);
}

TEST(what_is_good_already_is_kept) {
    Known known("sqpfnet", 4, 0.0);
    const auto label = known.run().labels.at(0);
    CHECK(!label.changed);
    CHECK(!label.options.threshold);
    CHECK_EQ(label.options.alpha, 1.0);
    CHECK_EQ(label.after, label.before);
    CHECK(label.before > 80);
}

TEST(options_are_tuned_from_those_given) {
    Known known("sqpfnet", 4, 0.0);
    auto empty = known.request.slices[0];
    empty.mask = labels::encodeRuns(labels::Mask(kSize, kSize));
    known.request.slices.push_back(empty);
    known.request.options = engine::MethodOptions{};
    known.request.options->threshold = 8;  // everything is foreground, and with 4 less as well
    const auto label = known.run().labels.at(0);
    CHECK(label.changed);
    CHECK_NEAR(label.before, 100 * 2.0 * 4 * 576 / (4 * 576 + 5 * 4096), 1e-6);
    CHECK(label.after > label.before + 1);
}

// t = -22 leaves nothing of the object; a larger t would find it, but known slices that all show it cannot tell what else it would find.
TEST(without_an_empty_slice_nothing_is_loosened) {
    Known known("sqpfnet", 4, 0.0);
    known.request.options = engine::MethodOptions{};
    known.request.options->threshold = -22;
    CHECK(!known.run().labels.at(0).changed);
}

TEST(labels_are_tuned_by_themselves) {
    Known known("adnet", 4, 0.5);
    const auto slices = known.request.slices;
    for (auto known2 : slices) {
        known2.label = 7;
        known2.mask = labels::encodeRuns([] {
            labels::Mask all(kSize, kSize, 1);
            return all;
        }());
        known.request.slices.push_back(known2);
    }
    const auto result = known.run();
    CHECK_EQ(result.labels.size(), 2U);
    CHECK(result.labels[0].changed);
    CHECK_EQ(result.labels[1].label, 7);
    CHECK(!result.labels[1].changed);  // all of the slice is its object
}

TEST(bad_requests_are_refused) {
    Known known("adnet", 3, 0.6);
    known.request.slices[1].supports.clear();
    CHECK_ERROR("predict.supports", known.run());
    known.request.slices[1].supports = {9};
    CHECK_ERROR("predict.supports", known.run());
    known.request.slices[1].supports = {0};
    known.request.slices[1].mask = labels::encodeRuns(labels::Mask(8, 8));
    CHECK_ERROR("predict.mask", known.run());
    known.request.slices.pop_back();
    known.request.options = engine::MethodOptions{};
    known.request.options->alpha = 7;
    CHECK_ERROR("method.options", known.run());
}
