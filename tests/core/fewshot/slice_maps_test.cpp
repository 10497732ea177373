#include "core/fewshot/slice_maps.h"

#include "core/fewshot/model_file.h"
#include "core/fewshot/regions.h"
#include "core/fewshot/torch_backend.h"
#include "core/labels/run_length.h"
#include "tests/core/fewshot/fake_context.h"
#include "tests/core/fewshot/synthetic_volumes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;
using protolabel::fewshot::test::FakeContext;
using protolabel::test::ballImage;

static labels::ProbabilitySlice decoded(const Bytes& bytes) {
    labels::ProbabilitySlice slice;
    labels::decodeRuns(bytes, slice);
    return slice;
}

TEST(maps_are_bytes_of_what_was_found) {
    Segmentation found;
    found.coarse = torch::tensor({0.F, 0.5F, 1.F, 0.25F}).reshape({1, 2, 2});
    found.refined = torch::full({1, 2, 2}, 1.F);
    found.cosine = torch::tensor({-1.F, 0.F, 1.F, 0.6F}).reshape({1, 1, 4});
    const auto maps = sliceMaps(found, 0);
    CHECK(decoded(maps.coarse).pixels == std::vector<std::uint8_t>({0, 128, 255, 64}));  // 127.5 is rounded to even
    CHECK_EQ(decoded(maps.similarity).width, 4);
    CHECK(decoded(maps.similarity).pixels == std::vector<std::uint8_t>({0, 128, 255, 204}));
    CHECK(maps.selected.empty());
    CHECK(regionMap({}).empty());
    found.selected = torch::tensor({1, 0, 0, 1}).reshape({1, 1, 4}).ne(0);
    CHECK(decoded(sliceMaps(found, 0).selected).pixels == std::vector<std::uint8_t>({1, 0, 0, 1}));
}

// What SQPFNet says of itself: T_f = (max + mean) / 2 of the coarse mask on the feature grid, three regions of the support.
TEST(maps_of_a_prediction_come_with_it_where_they_are_asked_for) {
    constexpr int kSize = 64;
    const protolabel::test::Ball ball{2, 32, 28, 14};
    Model model;
    model.network = Network("resnet18", 8, 11);
    model.spec.options.regions = 3;
    FakeContext context;
    const auto image = context.put(encode(ballImage(5, kSize, ball)));
    labels::Mask mask(kSize, kSize);
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) mask.at(x, y) = ball.holds(2, y, x) ? 1 : 0;
    engine::PredictRequest request;
    request.model = context.put(encode(model));
    request.supports = {{image, 2, 6, labels::encodeRuns(mask), 1}};
    request.queries = {{image, 1, {}}, {image, 3, {{6, {0}}}}};
    TorchBackendOptions options;
    options.threads = 1;
    const auto backend = makeTorchBackend(options);
    backend->predict(request, context);
    for (const auto& body : context.partials) CHECK(!body.contains("maps"));
    context.partials.clear();

    request.maps = true;
    backend->predict(request, context);
    std::vector<engine::SliceMaps> all;
    for (const auto& body : context.partials)
        for (const auto& one : body.at("maps")) engine::fromJson(one, all.emplace_back());
    CHECK_EQ(all.size(), 1U);
    const auto& maps = all[0];
    CHECK_EQ(maps.query, 1);
    CHECK_EQ(maps.label, 6);
    CHECK_EQ(maps.support, 0);
    CHECK_EQ(decoded(maps.coarse).width, kSize);
    CHECK_EQ(decoded(maps.similarity).width, kSize / 8);
    const auto regions = decoded(maps.regions);
    const auto cells = voronoiCells(torch::from_blob(mask.pixels.data(), {kSize, kSize}, torch::kByte), 3);
    CHECK_EQ(cells.max().item<int>(), 3);
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) CHECK_EQ(int(regions.at(x, y)), cells[y][x].item<int>());
    // The most similar pixel is always selected, and never all are, unless all are alike.
    const auto selected = decoded(maps.selected), similarity = decoded(maps.similarity);
    const auto best = std::max_element(similarity.pixels.begin(), similarity.pixels.end()) - similarity.pixels.begin();
    CHECK_EQ(int(selected.pixels[static_cast<std::size_t>(best)]), 1);
    CHECK(std::count(selected.pixels.begin(), selected.pixels.end(), 0) > 0);
}
