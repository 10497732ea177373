#pragma once

#include <QString>
#include <filesystem>

namespace protolabel::ui {

/// File names are UTF-8 throughout.
inline std::filesystem::path toPath(const QString& text) {
    return text.toStdString();
}
inline QString toText(const std::filesystem::path& path) {
    return QString::fromStdString(path.string());
}

}  // namespace protolabel::ui
