#include <fstream>
#include <map>

#include "tests/core/fewshot/parity_checks.h"
#include "tests/core/fewshot/parity_file.h"
#include "tests/core/fewshot/torch_bytes.h"
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
    reference["unet.features"] = torch::zeros({1});
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
    reference["sqpfnet.cells10"] = torch::zeros({255, 256});
    std::vector<Comparison> told;
    compare(
        reference,
        [](const std::string& key) { return key == "sqpfnet.cells10" || key == "sqpfnet.resnet18.features"; },
        [&](const Comparison& c) { told.push_back(c); });
    CHECK_EQ(told.size(), 2U);
    CHECK(told[0].found && !told[0].ok && told[0].problem.find("[255, 256]") != std::string::npos);
    CHECK(told[1].ok && told[1].problem.empty());
}

// Values of sqpfnet_reference.py beside the shared files, on networks put together in Python from convolutions.
TEST(any_encoder_and_number_of_regions_is_compared) {
    auto reference = parityFile("chaos_lk.pt");
    const std::map<std::string, float> expected = {{"sqpfnet.resnet18.prototype.regions3.tf", 0.5192920F},
                                                   {"sqpfnet.resnet18.threshold.regions5.tf", 0.4792280F},
                                                   {"sqpfnet.resnet34.prototype.regions5.tf", 0.5212008F},
                                                   {"sqpfnet.resnet34.threshold.regions1.tf", 0.5375412F}};
    for (const auto& [key, value] : expected) reference[key] = torch::tensor(value);
    reference["sqpfnet.resnet18.threshold.regions4.tf"] = torch::tensor(0.4792280F);  // that of 5
    for (const char* unknown :
         {"sqpfnet.resnet35.threshold.regions1.tf", "sqpfnet.resnet18.sum.regions1.tf",
          "sqpfnet.resnet18.threshold.regions0.tf", "sqpfnet.resnet18.threshold.regions99999999999.tf"})
        reference[unknown] = torch::zeros({1});
    std::map<std::string, bool> ok;
    compare(
        reference,
        [&](const std::string& key) {
            return key.ends_with("tf") && key.find("regions10.") == std::string::npos &&
                   key.find("resnet101") == std::string::npos;
        },
        [&](const Comparison& c) { ok[c.key] = c.ok; });
    for (const auto& item : expected) CHECK(ok.at(item.first));
    CHECK(!ok.at("sqpfnet.resnet18.threshold.regions4.tf"));
    CHECK_EQ(unknownKeys(reference).size(), 4U);
}

TEST(a_missing_input_is_named) {
    auto reference = parityFile("chaos_lk.pt");
    reference["query_image"] = torch::zeros({64, 64});
    const auto refused = [&] { return CHECK_ERROR("parity.input", compare(reference, {}, {})); };
    CHECK(refused().find("the input query_image has the shape [64, 64]") != std::string::npos);
    reference.erase("query_image");
    CHECK(refused().find("lacks the input query_image") != std::string::npos);
}

TEST(references_of_either_layout_and_any_type_are_read_as_float) {
    const protolabel::test::TemporaryFolder folder;
    const auto read = [&](const Bytes& bytes) {
        std::ofstream(folder / "file.pt", std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        return readReference(folder / "file.pt");
    };
    for (const auto& bytes : {zipFile(smallPickle(), smallStorages()), legacyFile(smallPickle(), smallStorages())}) {
        const auto reference = read(bytes);
        CHECK(torch::equal(reference.at("a"), torch::tensor({{0.F, 1.F, 2.F}, {3.F, 4.F, 5.F}})));
        CHECK(torch::equal(reference.at("b"), torch::tensor({1.F, 5.F})));
    }
    // 1.5 and -2 as float64; no, yes as bool.
    const auto pickle = finished(dictionary({{"double", tensor("DoubleStorage", "0", 2, 0, {2}, {1})},
                                             {"mask", tensor("BoolStorage", "1", 2, 0, {2}, {1})}}));
    const auto reference =
        read(zipFile(pickle, {{"0", {0, 0, 0, 0, 0, 0, 0xf8, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0}}, {"1", {0, 1}}}));
    CHECK(torch::equal(reference.at("double"), torch::tensor({1.5F, -2.F})));
    CHECK(torch::equal(reference.at("mask"), torch::tensor({0.F, 1.F})));
    CHECK(CHECK_ERROR("parity.file", read({'h', 'e', 'l', 'l', 'o'})).find("file.pt is no dictionary") !=
          std::string::npos);
}

TEST(files_that_hold_no_reference_are_refused) {
    const protolabel::test::TemporaryFolder folder;
    CHECK_ERROR("parity.file", readReference(folder / "missing.pt"));
    CHECK_ERROR("parity.file", readReference(folder.path()));
    CHECK_ERROR("parity.input", compare(Reference(), {}, {}));
}
