#include "core/imaging/dicom_series.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <tuple>

#include "core/imaging/dicom_header.h"
#include "core/imaging/dicom_structure.h"
#include "core/imaging/file_names.h"

namespace protolabel::imaging::dicom {

namespace fs = std::filesystem;

namespace {

double dot(const Vec3& a, const Vec3& b) {
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
Vec3 cross(const Vec3& a, const Vec3& b) {
    return {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
}
Vec3 minus(const Vec3& a, const Vec3& b) {
    return {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
}
Vec3 scaled(const Vec3& a, double f) {
    return {a[0] * f, a[1] * f, a[2] * f};
}
double length(const Vec3& a) {
    return std::sqrt(dot(a, a));
}
Vec3 unit(const Vec3& a, const Vec3& otherwise) {
    return length(a) > 1e-9 ? scaled(a, 1 / length(a)) : otherwise;
}

bool sameGrid(const Series& a, const Series& b) {
    return a.uid == b.uid && a.rows == b.rows && a.columns == b.columns &&
           length(minus(a.xDirection, b.xDirection)) < 1e-3 && length(minus(a.yDirection, b.yDirection)) < 1e-3;
}

std::string format(double value) {
    char buffer[32];
    std::snprintf(buffer, sizeof buffer, "%.4g", value);
    return buffer;
}

bool acquiredBefore(const Image& a, const Image& b) {
    return std::tie(a.instance, a.file, a.index) < std::tie(b.instance, b.file, b.index);
}

/// Images that share a position, ordered by acquisition; positions in order along the normal.
using Positions = std::vector<std::vector<Image>>;

Positions byPosition(const Series& series, const Vec3& normal) {
    constexpr double kSamePlace = 0.01;  // mm
    auto images = series.images;
    std::sort(images.begin(), images.end(),
              [&](const Image& a, const Image& b) { return dot(a.position, normal) < dot(b.position, normal); });
    Positions positions;
    for (auto& image : images) {
        if (positions.empty() || dot(minus(image.position, positions.back().front().position), normal) > kSamePlace)
            positions.emplace_back();
        positions.back().push_back(std::move(image));
    }
    for (auto& group : positions) std::sort(group.begin(), group.end(), acquiredBefore);
    return positions;
}

/// The most common number of images at a position: a single stray repetition does not make a series 4-D.
std::size_t repetitions(const Positions& positions) {
    std::map<std::size_t, int> counts;
    for (const auto& group : positions) ++counts[group.size()];
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

void placeByPosition(const Series& series, int frame, const Vec3& normal, Stack& stack) {
    const auto positions = byPosition(series, normal);
    const auto repeats = repetitions(positions);
    stack.frames = static_cast<int>(repeats);
    std::size_t ignored = 0;
    for (const auto& group : positions) {
        if (group.size() > static_cast<std::size_t>(frame))
            stack.images.push_back(group[static_cast<std::size_t>(frame)]);
        if (group.size() > repeats) ignored += group.size() - repeats;
    }
    if (ignored > 0) stack.notes.push_back(std::to_string(ignored) + " images repeat a position and are ignored");
}

void placeInStoredOrder(const Series& series, Stack& stack) {
    stack.images = series.images;
    std::sort(stack.images.begin(), stack.images.end(), acquiredBefore);
    if (stack.images.size() > 1)
        stack.notes.push_back("slice positions are missing; slices are in the order of their numbers");
}

/// Spacing and direction of the slice axis from the positions; says where they are uneven. Nothing is filled in.
void measureSlices(const Series& series, const Vec3& normal, Stack& stack) {
    auto& g = stack.geometry;
    const auto& images = stack.images;
    const bool placed = images.size() > 1 && images.front().positioned;
    if (!placed) {
        g.direction[2] = normal;
        g.spacing[2] = series.sliceSpacing > 0 ? series.sliceSpacing : 1;
        if (series.sliceSpacing <= 0) stack.notes.push_back("slice spacing is not known; 1 mm is assumed");
        return;
    }
    std::vector<double> gaps;
    for (std::size_t i = 1; i < images.size(); ++i)
        gaps.push_back(length(minus(images[i].position, images[i - 1].position)));
    auto sorted = gaps;
    std::sort(sorted.begin(), sorted.end());
    const double median = sorted[sorted.size() / 2];
    g.spacing[2] = median;
    g.direction[2] = unit(minus(images.back().position, images.front().position), normal);
    if (std::abs(dot(g.direction[2], normal)) < 1 - 1e-6)
        stack.notes.push_back("the slices are shifted against each other (tilted gantry); the grid is kept as it is");

    int missing = 0, uneven = 0;
    std::string where;
    for (std::size_t i = 0; i < gaps.size(); ++i) {
        const auto lost = static_cast<int>(std::lround(gaps[i] / median)) - 1;
        if (std::abs(gaps[i] - median) > 0.01 * median) ++uneven;
        if (lost < 1) continue;
        missing += lost;
        if (where.size() < 40) where += (where.empty() ? "" : ", ") + std::to_string(i + 1);
    }
    if (missing > 0)
        stack.notes.push_back((missing == 1 ? std::string("1 slice is") : std::to_string(missing) + " slices are") +
                              " missing (after slice " + where + "); nothing is filled in, spacing is the median " +
                              format(median) + " mm");
    else if (uneven > 0)
        stack.notes.push_back("slices are unevenly spaced (" + format(sorted.front()) + " to " + format(sorted.back()) +
                              " mm); the median " + format(median) + " mm is used");
}

}  // namespace

bool looksLikeDicom(const fs::path& file) {
    const auto extension = extensionOf(file);
    if (extension == ".dcm" || extension == ".dicom" || extension == ".ima") return true;
    char start[132] = {};
    std::ifstream(file, std::ios::binary).read(start, sizeof start);
    return std::memcmp(start + 128, "DICM", 4) == 0;
}

Scan scan(const std::vector<fs::path>& files) {
    Scan result;
    auto& all = result.series;
    for (const auto& file : files) {
        const auto structure = checkStructure(file);
        if (structure == Structure::CutShort) result.damaged.push_back(file);
        auto found = structure == Structure::Sound ? readHeader(file) : std::nullopt;
        if (!found) continue;
        const auto known = std::find_if(all.begin(), all.end(), [&](const Series& s) { return sameGrid(s, *found); });
        if (known == all.end())
            all.push_back(std::move(*found));
        else
            known->images.insert(known->images.end(), found->images.begin(), found->images.end());
    }
    std::stable_sort(all.begin(), all.end(), [](const Series& a, const Series& b) { return a.uid < b.uid; });
    std::map<std::string, int> parts;
    for (auto& series : all)
        if (const int part = ++parts[series.uid]; part > 1) series.uid += "#" + std::to_string(part);
    return result;
}

Stack stack(const Series& series, int frame) {
    Stack result;
    auto& g = result.geometry;
    g.direction[0] = unit(series.xDirection, {1, 0, 0});
    g.direction[1] = unit(series.yDirection, {0, 1, 0});
    const Vec3 normal = unit(cross(g.direction[0], g.direction[1]), {0, 0, 1});
    const bool positioned =
        std::all_of(series.images.begin(), series.images.end(), [](const Image& i) { return i.positioned; });
    if (positioned)
        placeByPosition(series, frame, normal, result);
    else
        placeInStoredOrder(series, result);
    if (result.images.empty()) return result;

    g.size = {series.columns, series.rows, static_cast<std::int64_t>(result.images.size())};
    g.origin = result.images.front().position;
    g.spacing[0] = series.xSpacing > 0 ? series.xSpacing : 1;
    g.spacing[1] = series.ySpacing > 0 ? series.ySpacing : 1;
    if (series.xSpacing <= 0 || series.ySpacing <= 0)
        result.notes.push_back("pixel spacing is not known; 1 mm is assumed");
    measureSlices(series, normal, result);
    return result;
}

}  // namespace protolabel::imaging::dicom
