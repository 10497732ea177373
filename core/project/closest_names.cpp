#include "core/project/closest_names.h"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace protolabel::project {

namespace {

char lower(char c) {
    return static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
}

/// Levenshtein 1966, one row of the table at a time.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (lower(a[i]) != lower(b[j]) ? 1 : 0);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::vector<std::string> closestNames(const std::string& wanted, const std::vector<std::string>& names,
                                      std::size_t count) {
    std::vector<std::pair<std::size_t, std::string>> ranked;
    for (const auto& name : names) ranked.emplace_back(distance(wanted, name), name);
    std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto isNear = [&](const auto& entry) {
        return 2 * entry.first <= std::max(wanted.size(), entry.second.size());
    };
    std::vector<std::string> closest;
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i)
        if (isNear(ranked[i]) || !isNear(ranked[0])) closest.push_back(ranked[i].second);
    return closest;
}

std::string suggestion(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i)
        text += (i == 0 ? "; did you mean " : i + 1 < names.size() ? ", " : " or ") + names[i];
    return text.empty() ? text : text + "?";
}

}  // namespace protolabel::project
