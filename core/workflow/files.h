#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/bytes.h"

namespace protolabel::workflow {

/// Reads a file whole. Throws Error "file.missing" or "file.unreadable".
Bytes readFile(const std::filesystem::path& file);

/// Writes beside the final name, syncs and renames: the file is never seen half written, and an old one stays on failure.
/// Throws Error "file.write" saying why (disk full, read-only folder).
void writeFile(const std::filesystem::path& file, const Bytes& bytes);
/// As well "file.kind" of refuseScans.
void writeFile(const std::filesystem::path& file, std::string_view text);

/// Throws Error "file.kind" where `file` is a project or an image: a name in the wrong place must not cost somebody's work.
void refuseScans(const std::filesystem::path& file);

/// To be called before the work whose result goes to `file`. Throws Error "file.folder" where that is a folder, and "file.write" as writeFile would: no
/// folder is made for a file.
void requireWritable(const std::filesystem::path& file);
/// As well "file.kind" of refuseScans: for results that are no images.
void requirePlace(const std::filesystem::path& file);

/// Throws Error "file.exists" naming the first of the files that is there.
void refuseToReplace(const std::vector<std::filesystem::path>& files);

/// Makes the folder and its parents. Throws Error "file.folder" where it is a file, "file.write".
void makeFolder(const std::filesystem::path& folder);

}  // namespace protolabel::workflow
