#include "core/engine/folds.h"

#include <algorithm>
#include <numeric>
#include <string>

#include "core/base/error.h"

namespace protolabel::engine {

std::vector<int> testVolumesOf(int volumes, int fold) {
    if (volumes < kFolds)
        throw Error("folds.few", "{0} volumes cannot be split into {1} folds; give at least {1}",
                    {std::to_string(volumes), std::to_string(kFolds)});
    if (fold < 0 || fold >= kFolds)
        throw Error("folds.number", "there is no fold {0}; choose 0 to {1}",
                    {std::to_string(fold), std::to_string(kFolds - 1)});
    const int start = volumes * fold / kFolds;
    const int end = std::min(volumes, volumes * (fold + 1) / kFolds + 1);
    std::vector<int> result(end - start);
    std::iota(result.begin(), result.end(), start);
    if (fold == kFolds - 1) result.insert(result.begin(), 0);
    return result;
}

std::vector<std::vector<int>> classGroups(const std::vector<int>& classes, int setting) {
    if (setting == 1) return {classes};
    if (classes == std::vector<int>{1, 2, 3, 4}) return {{1, 4}, {2, 3}};
    std::vector<std::vector<int>> groups;
    for (const int label : classes) groups.push_back({label});
    return groups;
}

void requireClasses(const std::vector<int>& asked, const std::set<int>& present) {
    for (const int label : asked) {
        if (present.count(label) > 0) continue;
        std::string names;
        for (const int known : present) names += (names.empty() ? "" : ", ") + std::to_string(known);
        throw Error("evaluate.classes", "no volume has label {0}; there are {1}", {std::to_string(label), names});
    }
}

}  // namespace protolabel::engine
