#include "core/engine/catalog.h"

#include <algorithm>

#include "core/base/error.h"

namespace protolabel::engine {

const std::vector<MethodInfo>& methods() {
    // SQPFNet compares with the cells around the object by default, better than the papers' threshold with every model measured (decisions.md).
    static const std::vector<MethodInfo> all = {
        {"sqpfnet", "SQPFNet", {"alpha", "regions", "background", "queryPrototype", "threshold"}, Background::Cells},
        {"qnet", "Q-Net", {"threshold", "refinementSteps", "fineWeight"}},
        {"adnet", "ADNet", {"threshold"}},
        {"panet", "PANet", {}},
        {"alpnet", "ALPNet", {}}};
    return all;
}

const MethodInfo& methodInfo(const std::string& name) {
    const auto found =
        std::find_if(methods().begin(), methods().end(), [&](const auto& info) { return info.name == name; });
    if (found != methods().end()) return *found;
    std::string names;
    for (const auto& known : namesOf(methods())) names += (names.empty() ? "" : ", ") + known;
    throw Error("model.method", "there is no method \"{0}\"; choose one of {1}", {name, names});
}

const std::vector<EncoderInfo>& encoders() {
    static const std::vector<EncoderInfo> all = {
        {"resnet18", "ResNet-18"}, {"resnet34", "ResNet-34"}, {"resnet50", "ResNet-50"}, {"resnet101", "ResNet-101"}};
    return all;
}

}  // namespace protolabel::engine
