#include "app/worker/option_values.h"

#include <algorithm>
#include <charconv>

#include "core/base/error.h"

namespace protolabel::worker {

std::int64_t number(const std::string& option, const std::string& text, std::int64_t most, std::int64_t least) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < least || value > most)
        throw Error("usage", "{0} needs a number from {1} to {2}, not \"{3}\"",
                    {option, std::to_string(least), std::to_string(most), text});
    return value;
}

std::vector<int> numbers(const std::string& option, const std::string& text, int most) {
    std::vector<int> values;
    for (std::size_t start = 0; start <= text.size();) {
        const auto end = std::min(text.find(',', start), text.size());
        values.push_back(static_cast<int>(number(option, text.substr(start, end - start), most)));
        start = end + 1;
    }
    return values;
}

fewshot::Precision precision(const std::string& text) {
    if (text != "auto" && text != "fp32")
        throw Error("usage", "there is no precision \"{0}\"; choose auto or fp32", {text});
    return text == "fp32" ? fewshot::Precision::Float : fewshot::Precision::Auto;
}

}  // namespace protolabel::worker
