#include "core/workflow/option_text.h"

#include <array>
#include <cstdio>

namespace protolabel::workflow {

namespace {

std::string shortNumber(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4g", value);
    return text.data();
}

std::string numbered(int count, const std::string& what) {
    return std::to_string(count) + ' ' + what + (count == 1 ? "" : "s");
}

}  // namespace

std::string optionText(const engine::MethodOptions& options, std::optional<double> learned) {
    auto text = numbered(options.regions, "region");
    if (options.queryPrototype && options.alpha != 1) text += ", alpha " + shortNumber(options.alpha);
    text += ", background " + engine::toString(options.background);
    if (options.threshold)
        text += ", t " + shortNumber(*options.threshold) + (learned ? " (learned " + shortNumber(*learned) + ")" : "");
    if (options.refinementSteps) text += ", " + numbered(*options.refinementSteps, "refinement step");
    if (options.fineWeight) text += ", fine weight " + shortNumber(*options.fineWeight);
    return text;
}

}  // namespace protolabel::workflow
