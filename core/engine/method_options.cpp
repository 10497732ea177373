#include "core/engine/method_options.h"

#include <set>

#include "core/base/error.h"
#include "core/engine/catalog.h"

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

MethodOptions defaultOptions(const std::string& method) {
    MethodOptions options;
    options.background = methodInfo(method).background;
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
    const auto& read = methodInfo(method).options;
    checkRanges(options);
    const auto given = toJson(options), neutral = toJson(MethodOptions{});
    for (const auto& [key, value] : given.items())
        if (read.count(key) == 0 && (!neutral.contains(key) || neutral[key] != value))
            throw Error("method.options", "{0} has no option {1}; leave it out (it has: {2})",
                        {method, key, joined(read)});
}

}  // namespace protolabel::engine
