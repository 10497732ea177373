#include "core/engine/method_options.h"

#include "core/base/error.h"

namespace protolabel::engine {

namespace {

std::string joined(const std::set<std::string>& names) {
    std::string text;
    for (const auto& name : names) text += (text.empty() ? "" : ", ") + name;
    return text.empty() ? "none" : text;
}

std::string shortText(double number) {
    auto digits = std::to_string(number);
    if (digits.find('.') == std::string::npos) return digits;
    digits.erase(digits.find_last_not_of('0') + 1);
    if (digits.back() == '.') digits.pop_back();
    return digits;
}

void checkRange(const char* name, double value, double lowest, double highest) {
    if (!(value >= lowest && value <= highest))
        throw Error("method.options", "{0} is {1}; choose a value from {2} to {3}",
                    {name, shortText(value), shortText(lowest), shortText(highest)});
}

}  // namespace

const std::map<std::string, std::set<std::string>>& optionsByMethod() {
    static const std::map<std::string, std::set<std::string>> options = {
        {"adnet", {"threshold"}},
        {"alpnet", {}},
        {"panet", {}},
        {"qnet", {"threshold", "refinementSteps", "fineWeight"}},
        {"sqpfnet", {"alpha", "regions", "background", "queryPrototype", "threshold"}}};
    return options;
}

MethodOptions defaultOptions(const std::string& method) {
    MethodOptions options;
    if (method == "sqpfnet") options.background = Background::Cells;
    return options;
}

void checkRanges(const MethodOptions& options) {
    checkRange("alpha", options.alpha, 0, 1);
    checkRange("regions", options.regions, 1, 1000);
    checkRange("threshold", options.threshold.value_or(0), -1000, 1000);
    checkRange("refinementSteps", options.refinementSteps.value_or(0), 0, 1000);
    checkRange("fineWeight", options.fineWeight.value_or(0), 0, 1);
}

void checkOptions(const std::string& method, const MethodOptions& options) {
    const auto found = optionsByMethod().find(method);
    if (found == optionsByMethod().end()) {
        std::set<std::string> names;
        for (const auto& [name, read] : optionsByMethod()) names.insert(name);
        throw Error("model.method", "there is no method \"{0}\"; choose one of {1}", {method, joined(names)});
    }
    const auto& read = found->second;
    checkRanges(options);
    const auto given = toJson(options), neutral = toJson(MethodOptions{});
    for (const auto& [key, value] : given.items())
        if (read.count(key) == 0 && (!neutral.contains(key) || neutral[key] != value))
            throw Error("method.options", "{0} has no option {1}; leave it out (it has: {2})",
                        {method, key, joined(read)});
}

}  // namespace protolabel::engine
