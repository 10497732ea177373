#pragma once

#include <string>
#include <vector>

namespace protolabel::workflow {

/// A text as a cell of a CSV table (RFC 4180): quoted where it must be. One that a spreadsheet would take for a formula (it begins with
/// = + - @ or a control character) gets an apostrophe in front.
std::string csvCell(const std::string& text);

/// The shortest decimal that reads back as `value`; empty for what is no number.
std::string csvCell(double value);
std::string csvCell(std::int64_t value);

/// One line of cells, ended as RFC 4180 wants it.
std::string csvLine(const std::vector<std::string>& cells);

}  // namespace protolabel::workflow
