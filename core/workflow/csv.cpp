#include "core/workflow/csv.h"

#include <charconv>
#include <cmath>
#include <string_view>

namespace protolabel::workflow {

std::string csvCell(const std::string& text) {
    const bool formula = !text.empty() && std::string_view("=+-@\t\r\n").find(text.front()) != std::string_view::npos;
    const std::string cell = (formula ? "'" : "") + text;
    if (cell.find_first_of(",\"\r\n") == std::string::npos) return cell;
    std::string quoted = "\"";
    for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
    return quoted + "\"";
}

std::string csvCell(double value) {
    if (!std::isfinite(value)) return "";
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

std::string csvCell(std::int64_t value) {
    return std::to_string(value);
}

std::string csvLine(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : ",") + cells[i];
    return line + "\r\n";
}

}  // namespace protolabel::workflow
