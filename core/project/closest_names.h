#pragma once

#include <string>
#include <vector>

namespace protolabel::project {

/// Up to `count` of `names` nearest to a mistyped `wanted`, nearest first: by Levenshtein's edit distance, ignoring ASCII case.
/// Names that differ in more than half of their letters are left out, unless all do.
std::vector<std::string> closestNames(const std::string& wanted, const std::vector<std::string>& names,
                                      std::size_t count = 3);

/// "; did you mean A, B or C?" for messages; empty without names.
std::string suggestion(const std::vector<std::string>& names);

}  // namespace protolabel::project
