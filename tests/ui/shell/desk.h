#pragma once

#include <QDialog>
#include <QTest>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "tests/ui/support/annotation.h"
#include "tests/ui/support/application.h"
#include "ui/session/workspace.h"
#include "ui/shell/main_window.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::test {

/// The window on a workspace of its own, as the program has it, without a worker. Preferences are empty at first.
class Desk {
public:
    Desk();  ///< on the start page
    ~Desk();

    static constexpr int kWidth = 40, kHeight = 32, kSlices = 12;

    TemporaryFolder folder;
    std::unique_ptr<ui::Workspace> workspace;
    std::unique_ptr<ui::MainWindow> window;

    ui::Editor& editor() { return workspace->editor(); }
    ui::ProjectSession& project() { return *workspace->project(); }
    QString path(const std::string& name) const;

    /// A scan of kWidth x kHeight x kSlices voxels of 1 x 1 x 3 mm, with values i + j + k.
    void writeImage(const std::string& name) const;
    /// The project "study.plb" with the labels 1 liver and 2 spleen and the image "scan", shown; slice 6 in the middle.
    void openStudy();
    void waitForVolume(const std::string& name);

    void makeWindow();  ///< another one on the workspace; the one before goes when it is there
    /// As when the program ends and starts again.
    void restart();

    /// To what has the focus, as the window system would.
    void key(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text);
    /// Paths dragged onto the middle of the window and let go.
    void drop(const QStringList& paths);
    /// The dialog of this name, once it is there; it gets the keys.
    QDialog& dialog(const QString& name);

    /// On slice `k` in the axial view, with the pointer over the middle of the voxel.
    void press(int i, int j, int k, Qt::MouseButton button = Qt::LeftButton);
    void move(int i, int j);
    void release(int i, int j);
    void dab(int i, int j, int k, Qt::MouseButton button = Qt::LeftButton);
    /// The pointer led along these points (voxel coordinates) with the left button held, back to the first.
    void trace(const std::vector<std::pair<double, double>>& points, int k);

    /// Fails unless the annotation of the shown volume is this, in the project file and in memory.
    void check(const LabelAt& label);
    std::string barText();   ///< of the bar of messages; empty when it is hidden
    std::string noteText();  ///< at the pointer, likewise

private:
    QPointF at(double i, double j);
    void sendPress(double i, double j, int k, Qt::MouseButton button);
    int slice_ = 0;
    Qt::MouseButton held_ = Qt::NoButton;
};

/// Within the brush of the desk, radius 2.5 voxels.
bool disc(int i, int j, int x, int y);

}  // namespace protolabel::test
