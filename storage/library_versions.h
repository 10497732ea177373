#pragma once

#include <string>
#include <utility>
#include <vector>

namespace protolabel::storage {

/// Names and versions of the libraries that this layer wraps, for the page about the program.
std::vector<std::pair<std::string, std::string>> libraryVersions();

}  // namespace protolabel::storage
