#pragma once

#include <set>
#include <vector>

namespace protolabel::engine {

inline constexpr int kFolds = 5;

/// The test volumes of fold 0..4, ascending, over `volumes` volumes sorted by number (methods.md, Evaluation protocol
/// of the papers): a fifth of them, the first one shared with the fold before, and volume 0 in the last fold as well.
/// For 20, 30 and 35 volumes these are the published folds of CHAOS, SABS and CMR. Throws Error "folds.few" (below 5
/// volumes) and "folds.number".
std::vector<int> testVolumesOf(int volumes, int fold);

/// The classes that are tested together: all in Setting 1; in Setting 2 the published groups of the abdomen's classes 1 to 4 (upper
/// organs, kidneys), else each by itself.
std::vector<std::vector<int>> classGroups(const std::vector<int>& classes, int setting);

/// Throws Error "evaluate.classes" where one of `asked` is not among the labels that the volumes have.
void requireClasses(const std::vector<int>& asked, const std::set<int>& present);

}  // namespace protolabel::engine
