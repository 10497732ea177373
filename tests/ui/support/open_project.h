#pragma once

#include <memory>

#include "storage/project_file.h"
#include "tests/support/check.h"
#include "tests/ui/support/application.h"
#include "ui/session/workspace.h"

namespace protolabel::test {

/// A workspace over the storage of the program. `worker`: its command; empty: none.
std::unique_ptr<ui::Workspace> makeWorkspace(std::vector<std::string> worker = {},
                                             storage::Access access = storage::Access::ReadWrite);

/// The workspace's worker is this program of the tests, behaving as named (fake_worker.cpp, intensity_worker.cpp).
void useWorker(ui::Workspace& workspace, const std::string& program, const std::string& behaviour);

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
    void support(const std::string& volume, int slice, int label);
    /// Of the first `pixels` pixels of the slice, rows from the top.
    void propose(const std::string& volume, int slice, int label, int pixels, double confidence, double distance,
                 const std::vector<SupportId>& supports = {});
    std::string lastNotice() const;
    /// The project file held by another program; it has to be closed here.
    std::unique_ptr<project::ProjectStore> openElsewhere() const;
};

}  // namespace protolabel::test
