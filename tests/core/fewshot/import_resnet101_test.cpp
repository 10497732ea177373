// A file as large as DeepLabV3's, written by an old PyTorch: label slow.
#include "tests/core/fewshot/imported_weights.h"
#include "tests/core/fewshot/torch_files.h"
#include "tests/support/check.h"

using namespace protolabel::fewshot;
using namespace protolabel::fewshot::test;

TEST(deeplabv3s_resnet101_comes_over_value_by_value) {
    const auto imported = weights::importModel(bytesOf(torchFiles("big") / "deeplabv3.pth"), "deeplabv3.pth", "");
    CHECK_EQ(imported.model.spec.encoder, "resnet101");
    checkWeights(imported.model.network, torch::kFloat, {"localconv.weight", "threshold"});
}
