#pragma once

#include <QCoreApplication>
#include <functional>
#include <vector>

#include "ui/commands/commands.h"
#include "ui/session/workspace.h"

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

/// Commands on the slice in view of an open project that can be written; what they throw becomes a notice. Lives as long as the commands.
class PlaceCommands {
    Q_DECLARE_TR_FUNCTIONS(PlaceCommands)

public:
    virtual ~PlaceCommands() = default;

protected:
    PlaceCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer);

    QAction* command(const QString& id, const QString& text, const QString& help, const QList<QKeySequence>& keys,
                     std::function<void()> run, Scope scope = Scope::Window);
    bool ready() const;
    const project::VolumeRecord& volume() const { return *workspace_.shown()->record(); }
    int slice() const;  ///< of the volume's slice axis
    labels::Index3 position() const;
    project::ProjectStore& store() const { return workspace_.project()->store(); }

    Commands& commands_;
    Workspace& workspace_;
    viewer::ViewerWidget& viewer_;

private:
    void enable();

    std::vector<QAction*> actions_;
};

}  // namespace protolabel::ui
