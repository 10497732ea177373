#pragma once

#include <functional>
#include <memory>

#include "core/labels/label_volume.h"
#include "tests/support/check.h"
#include "tests/ui/support/annotation.h"
#include "ui/session/workspace.h"
#include "ui/shell/viewer_link.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::test {

/// A project file with a scan of 48 voxels a side (1 mm), values i + 2 j + 3 k unless others are given, and the labels 1 liver, 2 spleen, 3 kidney (locked);
/// open in a workspace whose views are on screen. Three slice views of 500 x 500 pixels in a row, in which voxel n begins at pixel
/// 10 + 10 n: 2 shows i to the right and j down, 1 i and k upwards, 0 j and k upwards. All show slice 24.
class DrawingDesk {
public:
    /// `worker`: the command of the engine; empty: none.
    explicit DrawingDesk(const std::function<int(int, int, int)>& value = {}, std::vector<std::string> worker = {});
    /// Of a project that is there already.
    explicit DrawingDesk(const std::filesystem::path& file, bool readOnly = false);
    ~DrawingDesk();

    std::filesystem::path file() const { return file_; }
    ui::Workspace& workspace() { return *workspace_; }
    ui::Editor& editor() { return workspace_->editor(); }
    ui::ProjectSession& project() { return *workspace_->project(); }
    viewer::ViewerWidget& viewer() { return *viewer_; }
    viewer::DrawSettings& settings() { return settings_; }  ///< given to the editor with the next press

    /// Opens the project again, as after a restart.
    void reopen();

    void press(int view, double right, double down, Qt::MouseButton button = Qt::LeftButton,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void move(int view, double right, double down, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void release(int view, double right, double down);
    void click(int view, double right, double down, Qt::MouseButton button = Qt::LeftButton,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier);

    /// Puts voxels into the annotation, as one edit.
    void draw(const LabelAt& label);
    /// Fails unless the annotation is this, in the project file and in memory. Negative: whatever it is.
    void check(const LabelAt& label);
    /// What was said at the pointer last; what the notices told.
    QString said, told;

    static constexpr int kSide = 48;

private:
    void open(bool readOnly);
    void close();

    std::unique_ptr<TemporaryFolder> folder_;
    std::filesystem::path file_;
    std::vector<std::string> worker_;
    std::unique_ptr<ui::Workspace> workspace_;
    std::unique_ptr<viewer::ViewerWidget> viewer_;
    std::unique_ptr<ui::ViewerLink> link_;
    viewer::DrawSettings settings_;
    Qt::MouseButtons held_;
};

/// Whether a pixel lies within `radius` of the way from a to b.
bool nearSegment(double x, double y, double ax, double ay, double bx, double by, double radius);

}  // namespace protolabel::test
