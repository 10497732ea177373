#include "core/fewshot/regions.h"

#include "tests/core/fewshot/parity_file.h"
#include "tests/support/check.h"

using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;

namespace {

torch::Tensor row(const std::vector<float>& values) {
    return torch::tensor(values).view({1, -1});
}

}  // namespace

// A bar of 5 pixels: centroid at the middle; both ends are farthest, the lower index wins; then the other end; the middle
// pixel is equally far from both and stays with the earlier centre.
TEST(ties_go_to_the_lowest_index_and_the_earliest_centre) {
    const auto cells = voronoiCells(row({0, 1, 1, 1, 1, 1, 0}), 2);
    CHECK(torch::equal(cells, torch::tensor({0, 1, 1, 1, 2, 2, 0}, torch::kLong).view({1, -1})));
}

TEST(fewer_pixels_than_cells_give_one_cell_each) {
    const auto cells = voronoiCells(row({1, 0, 1, 1}), 10);
    CHECK_EQ(cells.max().item<std::int64_t>(), 3);
    CHECK(torch::equal(cellMasks(cells).sum(0), row({1, 0, 1, 1})));
    CHECK(torch::equal(cellMasks(cells).sum({1, 2}), torch::ones(3)));
}

TEST(one_cell_is_the_mask) {
    torch::manual_seed(1);
    const auto mask = (torch::rand({40, 50}) > 0.7).to(torch::kFloat);
    CHECK(torch::equal(cellMasks(voronoiCells(mask, 1)), mask.unsqueeze(0)));
}

TEST(an_empty_mask_has_no_cell) {
    const auto cells = voronoiCells(torch::zeros({4, 4}), 3);
    CHECK_EQ(cells.sum().item<std::int64_t>(), 0);
    CHECK_EQ(cellMasks(cells).size(0), 0);
}

TEST(cells_equal_the_reference) {
    for (const char* file : {"chaos_liver.pt", "chaos_lk.pt"}) {
        const auto reference = parityFile(file);
        const auto mask = reference.at("support_mask").squeeze();
        const auto cells = voronoiCells(mask, 10);
        const auto expected = reference.at("sqpfnet.cells10").squeeze();
        // The reference counts cells from 0 and writes 0 outside too.
        CHECK(torch::equal(((cells - 1) * (cells > 0)).to(torch::kFloat), expected));
        CHECK(torch::equal((cells > 0).to(torch::kFloat), mask));
    }
}
