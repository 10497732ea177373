// Files that PyTorch wrote, read back value by value: make_torch_files.py has the same formulas.
#include "core/base/error.h"
#include "core/fewshot/weights/torch_file.h"
#include "tests/core/fewshot/torch_files.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot::test;
using namespace protolabel::fewshot::weights;

namespace {

float formula(const std::string& name, std::size_t i) {
    return static_cast<float>((7 * i + name.size()) % 61) / 8 - 30.0F / 8;
}

void checkValues(const TensorView& view, const std::string& name, const std::vector<std::int64_t>& shape) {
    CHECK(view.shape == shape);
    std::vector<float> values(static_cast<std::size_t>(view.count()));
    view.copyTo(values.data());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i] != formula(name, i))
            protolabel::test::fail(__FILE__, __LINE__,
                                   name + '[' + std::to_string(i) + "] is " + std::to_string(values[i]));
}

std::string refusal(const char* code, const std::string& name) {
    return CHECK_ERROR(code, readTorchFile(bytesOf(torchFiles("small") / name)));
}

}  // namespace

TEST(every_value_of_every_type_and_layout_comes_back) {
    for (const char* name : {"small.zip.pth", "small.legacy.pth", "protocol3.pth", "protocol4.pth"}) {
        const auto bytes = bytesOf(torchFiles("small") / name);
        CHECK(isTorchFile(bytes));
        const auto file = readTorchFile(bytes);
        CHECK_EQ(file.tensors.size(), 15U);
        const auto check = [&](const std::string& tensor, const std::vector<std::int64_t>& shape) {
            checkValues(file.tensors.at(tensor), tensor, shape);
        };
        for (const char* type : {"float64", "float32", "float16", "bfloat16"}) check(type, {3, 4, 5});
        check("transposed", {6, 4});
        check("permuted", {2, 3, 4, 5});
        check("strided", {3, 3});
        check("first", {4});
        check("second", {5});
        check("one", {1, 1, 1});
        check("scalar", {});
        check("parameter", {2, 2});
        checkValues(file.tensors.at("same"), "first", {4});
        CHECK(file.tensors.at("empty").shape == std::vector<std::int64_t>({0, 3}));
        std::int64_t count = 0;
        file.tensors.at("count").copyTo(&count);
        CHECK_EQ(count, (std::int64_t{1} << 40) + 3);
    }
}

TEST(the_state_of_a_training_program_holds_its_weights) {
    for (const char* name : {"training.zip.pth", "training.legacy.pth"}) {
        const auto bytes = bytesOf(torchFiles("small") / name);
        const auto file = readTorchFile(bytes);
        CHECK_EQ(file.tensors.size(), 2U);
        CHECK(file.tensors.at("weight").shape == std::vector<std::int64_t>({2, 3}));
    }
}

TEST(objects_and_programs_are_refused) {
    for (const char* name : {"module.zip.pth", "module.legacy.pth"})
        CHECK(refusal("weights.unsafe", name).find("torch.nn.modules.linear.Linear") != std::string::npos);
    CHECK(refusal("weights.content", "script.pth").find("TorchScript") != std::string::npos);
}
