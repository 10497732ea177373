#include "tests/core/fewshot/parity_checks.h"
#include "tests/core/fewshot/parity_file.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot::test;

namespace {

void everyKeyIsWithinItsTolerance(const char* file) {
    const auto reference = parityFile(file);
    std::string wrong;
    compare(
        reference, [](const std::string&) { return true; },
        [&](const Comparison& c) {
            if (c.found && c.ok) return;
            wrong += "\n" + c.key +
                     (c.found ? " is off by " + protolabel::test::show(c.absolute) + " (" + c.tolerance + ")"
                              : " is missing");
        });
    if (!wrong.empty()) protolabel::test::fail(__FILE__, __LINE__, file + wrong);
    CHECK(unknownKeys(reference).empty());
}

}  // namespace

TEST(liver) {
    everyKeyIsWithinItsTolerance("chaos_liver.pt");
}
TEST(left_kidney) {
    everyKeyIsWithinItsTolerance("chaos_lk.pt");
}

TEST(keys_that_a_file_lacks_are_told_and_those_it_has_too_many_named) {
    auto reference = parityFile("chaos_lk.pt");
    CHECK_EQ(reference.erase("sqpfnet.cells10"), 1U);
    reference.insert("unet.features", torch::zeros({1}));
    std::vector<Comparison> told;
    compare(
        reference, [](const std::string& key) { return key == "sqpfnet.cells10"; },
        [&](const Comparison& c) { told.push_back(c); });
    CHECK_EQ(told.size(), 1U);
    CHECK(!told[0].found && !told[0].ok);
    CHECK(unknownKeys(reference) == std::vector<std::string>{"unet.features"});
}

TEST(another_value_is_not_ok) {
    auto reference = parityFile("chaos_lk.pt");
    reference.at("sqpfnet.cells10").index_put_({128, 128}, 17);
    bool ok = true;
    compare(
        reference, [](const std::string& key) { return key == "sqpfnet.cells10"; },
        [&](const Comparison& c) { ok = c.ok; });
    CHECK(!ok);
}

TEST(a_reference_of_another_shape_is_told_and_the_rest_compared) {
    auto reference = parityFile("chaos_lk.pt");
    reference.insert_or_assign("sqpfnet.cells10", torch::zeros({255, 256}));
    std::vector<Comparison> told;
    compare(
        reference,
        [](const std::string& key) { return key == "sqpfnet.cells10" || key == "sqpfnet.resnet18.features"; },
        [&](const Comparison& c) { told.push_back(c); });
    CHECK_EQ(told.size(), 2U);
    CHECK(told[0].found && !told[0].ok && told[0].problem.find("[255, 256]") != std::string::npos);
    CHECK(told[1].ok && told[1].problem.empty());
}

TEST(files_that_hold_no_reference_are_refused) {
    const protolabel::test::TemporaryFolder folder;
    CHECK_ERROR("parity.file", readReference(folder / "missing.pt"));
    CHECK_ERROR("parity.file", readReference(folder.path()));
    CHECK_ERROR("parity.input", compare(Reference(), {}, {}));
}
