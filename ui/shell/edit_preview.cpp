#include "ui/shell/edit_preview.h"

#include <algorithm>
#include <map>
#include <utility>

#include "ui/session/workspace.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

EditPreview::EditPreview(Workspace& workspace, viewer::ViewerWidget& viewer, QObject* parent)
    : QObject(parent), workspace_(workspace), viewer_(viewer) {
    const auto draw = [this] {
        if (!preview_.after.empty()) this->draw();
    };
    connect(&viewer, &viewer::ViewerWidget::positionChanged, this, draw);
    connect(&workspace.editor(), &Editor::graphicsOutdated, this, draw);
    connect(&workspace, &Workspace::shownChanged, this, &EditPreview::clear);
}

void EditPreview::show(const VolumeEdits::Preview& preview) {
    preview_ = preview;
    ofOneSlice_ = false;
    for (std::size_t axis = 0; axis < 3; ++axis)
        ofOneSlice_ = ofOneSlice_ || preview.box.upper[axis] - preview.box.lower[axis] == 1;
    draw();
}

void EditPreview::clear() {
    if (preview_.after.empty()) return;
    preview_.after.clear();
    draw();
}

void EditPreview::draw() {
    for (int axis = 0; axis < 3; ++axis) {
        const labels::Plane plane{axis, viewer_.position()[static_cast<std::size_t>(axis)]};
        auto graphics = workspace_.editor().graphics(axis, plane.slice);
        for (const auto& [label, after] : preview_.after)
            for (auto& line : outlinesOf(clipped(after, plane.of(preview_.box)), plane)) {
                line.style = viewer::LineStyle::Dashed;
                graphics.lines.push_back(std::move(line));
            }
        viewer_.setGraphics(axis, graphics);
    }
}

std::vector<viewer::Polyline> outlinesOf(const labels::VoxelRuns& runs, const labels::Plane& plane) {
    using Corner = std::pair<int, int>;  // x, y: that of pixel (x, y) towards smaller x and y
    std::map<Corner, std::vector<Corner>> edges;
    // Between two pixels of the set each edge comes once in each direction.
    const auto add = [&](Corner from, Corner to) {
        auto& back = edges[to];
        const auto same = std::find(back.begin(), back.end(), from);
        if (same != back.end())
            back.erase(same);
        else
            edges[from].push_back(to);
    };
    for (const auto& run : runs)
        for (int i = run.begin; i < run.end; ++i) {
            const labels::Index3 voxel{i, run.j, run.k};
            const int x = voxel[static_cast<std::size_t>(plane.xAxis())],
                      y = voxel[static_cast<std::size_t>(plane.yAxis())];
            add({x, y}, {x + 1, y});
            add({x + 1, y}, {x + 1, y + 1});
            add({x + 1, y + 1}, {x, y + 1});
            add({x, y + 1}, {x, y});
        }
    std::vector<viewer::Polyline> outlines;
    for (auto& [start, ways] : edges)
        while (!ways.empty()) {
            viewer::Polyline outline;
            outline.closed = true;
            Corner at = start;
            do {
                outline.points.push_back({at.first - 0.5, at.second - 0.5});
                auto& on = edges.at(at);
                at = on.back();
                on.pop_back();
            } while (at != start);
            outlines.push_back(std::move(outline));
        }
    return outlines;
}

}  // namespace protolabel::ui
