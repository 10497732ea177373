#include "core/base/error.h"

#include <cctype>

namespace protolabel {

Error::Error(std::string code, std::string text, std::vector<std::string> args)
    : std::runtime_error(formatText(text, args)),
      code_(std::move(code)),
      text_(std::move(text)),
      args_(std::move(args)) {}

std::string formatText(std::string_view text, const std::vector<std::string>& args) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == '{') {
            std::size_t end = i + 1;
            std::size_t index = 0;
            while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0)
                index = index * 10 + static_cast<std::size_t>(text[end++] - '0');
            if (end > i + 1 && end < text.size() && text[end] == '}' && index < args.size()) {
                out += args[index];
                i = end + 1;
                continue;
            }
        }
        out += text[i++];
    }
    return out;
}

}  // namespace protolabel
