#include "core/workflow/option_text.h"

#include <array>
#include <cstdio>

#include "core/engine/catalog.h"

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

std::string optionText(const std::string& method, const engine::MethodOptions& options, std::optional<double> learned) {
    const auto& read = engine::methodInfo(method).options;
    std::string text;
    const auto tell = [&](const char* option, bool worthIt, auto words) {
        if (worthIt && read.count(option) != 0) text += (text.empty() ? "" : ", ") + words();
    };
    tell("regions", true, [&] { return numbered(options.regions, "region"); });
    tell("alpha", options.queryPrototype && options.alpha != 1, [&] { return "alpha " + shortNumber(options.alpha); });
    tell("background", true, [&] { return "background " + engine::toString(options.background); });
    tell("threshold", options.threshold.has_value(), [&] {
        return "t " + shortNumber(*options.threshold) + (learned ? " (learned " + shortNumber(*learned) + ")" : "");
    });
    tell("refinementSteps", options.refinementSteps.has_value(),
         [&] { return numbered(*options.refinementSteps, "refinement step"); });
    tell("fineWeight", options.fineWeight.has_value(),
         [&] { return "fine weight " + shortNumber(*options.fineWeight); });
    return text;
}

}  // namespace protolabel::workflow
