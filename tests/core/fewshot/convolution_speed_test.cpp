#include "core/fewshot/convolution_speed.h"

#include <fstream>
#include <iterator>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;

static std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(what_was_measured_once_is_kept) {
    struct NoFolder {
        ~NoFolder() { keepSpeedsIn({}); }
    } const afterwards;
    const protolabel::test::TemporaryFolder folder;
    keepSpeedsIn(folder.path());
    const bool faster = bfloat16IsFaster(torch::kCPU);
    const std::string measured = faster ? "bf16" : "fp32", other = faster ? "fp32" : "bf16";
    const std::vector<std::filesystem::directory_entry> files(std::filesystem::directory_iterator(folder.path()), {});
    CHECK_EQ(files.size(), 1U);
    const auto file = files.front().path();
    CHECK_EQ(contentOf(file), measured);

    std::ofstream(file) << other;
    CHECK_EQ(bfloat16IsFaster(torch::kCPU), !faster);
    std::ofstream(file) << "damaged";
    CHECK_EQ(bfloat16IsFaster(torch::kCPU), faster);
    CHECK_EQ(contentOf(file), measured);
    keepSpeedsIn({});
    CHECK_EQ(bfloat16IsFaster(torch::kCPU), faster);
}
