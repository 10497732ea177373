#pragma once

#include <filesystem>
#include <string_view>

#include "core/base/bytes.h"

namespace protolabel::workflow {

/// Reads a file whole. Throws Error "file.missing" or "file.unreadable".
Bytes readFile(const std::filesystem::path& file);

/// Writes beside the final name, syncs and renames: the file is never seen half written, and an old one stays on failure.
/// Throws Error "file.write" saying why (disk full, read-only folder).
void writeFile(const std::filesystem::path& file, const Bytes& bytes);
void writeFile(const std::filesystem::path& file, std::string_view text);

/// Makes the folder and its parents. Throws Error "file.write".
void makeFolder(const std::filesystem::path& folder);

}  // namespace protolabel::workflow
