#include <algorithm>
#include <cstdio>
#include <map>

#include "core/imaging/label_headers.h"

namespace protolabel::imaging {

namespace {

std::string vector(const Vec3& v) {
    char text[96];
    std::snprintf(text, sizeof text, "(%.17g,%.17g,%.17g)", v[0], v[1], v[2]);
    return text;
}

/// Key/value pairs escape backslashes and line ends (NRRD format, section 5).
std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        if (c == '\\')
            result += "\\\\";
        else if (c == '\n')
            result += "\\n";
        else
            result += c;
    }
    return result;
}

struct Extent {
    std::array<std::int64_t, 3> low{0, 0, 0}, high{-1, -1, -1};  // 3D Slicer's empty extent

    void add(const std::array<std::int64_t, 3>& index) {
        const bool empty = high[0] < low[0];
        for (int axis = 0; axis < 3; ++axis) {
            low[axis] = empty ? index[axis] : std::min(low[axis], index[axis]);
            high[axis] = empty ? index[axis] : std::max(high[axis], index[axis]);
        }
    }
    std::string text() const {
        std::string result;
        for (int axis = 0; axis < 3; ++axis)
            result += (axis > 0 ? " " : "") + std::to_string(low[axis]) + " " + std::to_string(high[axis]);
        return result;
    }
};

std::map<std::uint16_t, Extent> extentsOf(const LabelMap& map) {
    std::map<std::uint16_t, Extent> extents;
    const auto& size = map.geometry.size;
    std::size_t at = 0;
    for (std::int64_t k = 0; k < size[2]; ++k)
        for (std::int64_t j = 0; j < size[1]; ++j)
            for (std::int64_t i = 0; i < size[0]; ++i, ++at)
                if (map.voxels[at] != 0) extents[map.voxels[at]].add({i, j, k});
    return extents;
}

/// The project's labels, then any id in the map that has none, so that no voxel is left without a segment.
std::vector<labels::Label> segments(std::vector<labels::Label> labels, const std::map<std::uint16_t, Extent>& extents) {
    for (const auto& entry : extents) {
        const bool known =
            std::any_of(labels.begin(), labels.end(), [&](const auto& l) { return l.id.value == entry.first; });
        if (known) continue;
        labels::Label label;
        label.id = LabelId{entry.first};
        label.name = "Label " + std::to_string(entry.first);
        label.color = labels::defaultColor(static_cast<int>(labels.size()));
        labels.push_back(label);
    }
    return labels;
}

}  // namespace

std::string nrrdLabelHeader(const LabelMap& map, const std::vector<labels::Label>& labels, bool wide) {
    const auto& g = map.geometry;
    std::string text =
        "NRRD0004\n# Complete NRRD file format specification at:\n# http://teem.sourceforge.net/nrrd/format.html\n";
    text += std::string("type: ") + (wide ? "unsigned short" : "unsigned char") +
            "\ndimension: 3\nspace: left-posterior-superior\n";
    text += "sizes: " + std::to_string(g.size[0]) + " " + std::to_string(g.size[1]) + " " + std::to_string(g.size[2]) +
            "\n";
    text += "space directions:";
    for (int axis = 0; axis < 3; ++axis) {
        Vec3 step = g.direction[axis];
        for (double& c : step) c *= g.spacing[axis];
        text += " " + vector(step);
    }
    text += "\nkinds: domain domain domain\nendian: little\nencoding: gzip\nspace origin: " + vector(g.origin) + "\n";

    const auto extents = extentsOf(map);
    int index = 0;
    for (const auto& label : segments(labels, extents)) {
        const auto prefix = "Segment" + std::to_string(index++) + "_";
        char color[64];
        std::snprintf(color, sizeof color, "%.6g %.6g %.6g", label.color.red / 255.0, label.color.green / 255.0,
                      label.color.blue / 255.0);
        const auto extent = extents.find(static_cast<std::uint16_t>(label.id.value));
        text += prefix + "Color:=" + color + "\n";
        text += prefix + "Extent:=" + (extent == extents.end() ? Extent{} : extent->second).text() + "\n";
        text += prefix + "ID:=Segment_" + std::to_string(label.id.value) + "\n";
        text += prefix + "LabelValue:=" + std::to_string(label.id.value) + "\n";
        text += prefix + "Layer:=0\n";
        text += prefix + "Name:=" + escaped(label.name) + "\n";
    }
    text +=
        "Segmentation_ContainedRepresentationNames:=Binary labelmap|\nSegmentation_MasterRepresentation:=Binary "
        "labelmap\n";
    text += "Segmentation_ReferenceImageExtentOffset:=0 0 0\n\n";
    return text;
}

}  // namespace protolabel::imaging
