#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace protolabel {

/// What went wrong, for a person and for a program.
///
/// `code` is a stable dotted identifier ("image.truncated"); `text` is the English template with numbered
/// arguments ("{0} is cut short; copy it again from its source"); the text says what happened *and* what to do.
/// The edge (command line, dialog) may look up a translation by `code` and format it with `args`.
/// Every library exception (ITK, SQLite, Torch, ...) becomes an Error in the layer that wraps that library.
class Error : public std::runtime_error {
public:
    Error(std::string code, std::string text, std::vector<std::string> args = {});

    const std::string& code() const noexcept { return code_; }
    const std::string& text() const noexcept { return text_; }
    const std::vector<std::string>& args() const noexcept { return args_; }

private:
    std::string code_;
    std::string text_;
    std::vector<std::string> args_;
};

/// The user asked to stop. Not a failure: it is never logged as one.
class Cancelled : public Error {
public:
    Cancelled() : Error("cancelled", "stopped on request; everything finished before is kept") {}
};

/// Replaces "{0}", "{1}", ... in `text` by `args`; an index without an argument stays as it is.
std::string formatText(std::string_view text, const std::vector<std::string>& args);

}  // namespace protolabel
