#pragma once

#include <memory>

#include "tests/support/check.h"
#include "tests/ui/support/application.h"
#include "ui/session/workspace.h"

namespace protolabel::test {

/// A workspace over the storage of the program, without a worker.
std::unique_ptr<ui::Workspace> makeWorkspace();

/// An open project of three volumes "ant", "bee" and "cow" of 8 x 6 x 4 voxels of 1 x 1 x 2 mm and two labels, 1 "liver" and 2 "spleen". Nothing is drawn.
/// The voxel (i, j, k) of ant is 100 k + 10 j + i.
struct OpenProject {
    OpenProject();
    ~OpenProject();

    TemporaryFolder folder;
    std::unique_ptr<ui::Workspace> workspace;

    ui::ProjectSession& project() { return *workspace->project(); }
    VolumeId volume(const std::string& name);
    void show(const std::string& volume);  ///< waits until it is there
    /// Draws pixels (column, row) of one slice as one undo entry and waits for nothing.
    void draw(const std::string& volume, int slice, int label, const std::vector<std::pair<int, int>>& pixels,
              const std::string& name = "Draw");
    std::string lastNotice() const;
    /// The project file held by another program; it has to be closed here.
    std::unique_ptr<project::ProjectStore> openElsewhere() const;
};

}  // namespace protolabel::test
