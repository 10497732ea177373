#pragma once

#include <QString>
#include <string>

namespace protolabel::ui {

/// The name of an edit in the user's language. The window names its own edits in it; those of the core, which are stored in English ("accept liver
/// on 3 slices"), are known by their patterns.
QString editText(const std::string& name);

}  // namespace protolabel::ui
