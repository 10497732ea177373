#include "ui/shell/compare_commands.h"

#include <QCoreApplication>

#include "ui/commands/commands.h"
#include "ui/dialogs/consensus_dialog.h"
#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/open_dialog.h"
#include "ui/session/comparison.h"
#include "ui/session/workspace.h"
#include "ui/shell/docks.h"

namespace protolabel::ui {

namespace {

using Verdict = Comparison::Verdict;

/// Lives as long as the commands.
class CompareCommands {
    Q_DECLARE_TR_FUNCTIONS(CompareCommands)

public:
    CompareCommands(Commands& commands, Workspace& workspace, QWidget& window, Docks& docks)
        : commands_(commands), workspace_(workspace), window_(window), docks_(docks) {
        QObject::connect(&commands, &QObject::destroyed, [this] { delete this; });
        addProjects();
        addLayers();
        addDecisions();
        QObject::connect(&workspace, &Workspace::projectChanged, &commands, [this] { enable(); });
        QObject::connect(&workspace.comparison(), &Comparison::opened, &commands, [this] { enable(); });
        enable();
    }

private:
    QAction* add(const QString& id, const QString& text, const QString& shortText, const QString& help,
                 const QList<QKeySequence>& keys, const std::function<void()>& run) {
        auto* action =
            commands_.add({id, tr("Compare"), text, help, keys}, [this, run] { workspace_.notices().guard(run); });
        action->setIconText(shortText);
        return action;
    }

    void addProjects() {
        open_ = add("compare.open", tr("&Open another annotator's project..."), tr("Open..."),
                    tr("Shows how somebody else annotated the same volumes; that project is only read"), {},
                    [this] { choose(); });
        all_.push_back(add("compare.close", tr("&Close the other project"), tr("Close"),
                           tr("Ends the comparison; nothing of either project changes"), {},
                           [this] { workspace_.comparison().close(); }));
        consensus_ = add("compare.consensus", tr("Co&nsensus..."), tr("Consensus..."),
                         tr("Makes one annotation of several annotators', as a new project"), {},
                         [this] { openDialog<ConsensusDialog>(workspace_, &window_); });
    }

    void addLayers() {
        auto& comparison = workspace_.comparison();
        outlines_ = commands_.addToggle({"compare.outlines",
                                         tr("Compare"),
                                         tr("Show the other's ou&tlines"),
                                         tr("What the other annotator drew, as striped outlines"),
                                         {Qt::SHIFT | Qt::Key_O},
                                         Scope::Views},
                                        [&comparison](bool on) { comparison.setShown(on); });
        outlines_->setIconText(tr("Outlines"));
        outlines_->setChecked(comparison.shown());
        all_.push_back(outlines_);
        auto& maps = workspace_.maps();
        map_ = commands_.addToggle({"compare.map",
                                    tr("Compare"),
                                    tr("&Disagreement map"),
                                    tr("Colours the slice where the two differ: cyan only here, yellow only there, "
                                       "magenta another label"),
                                    {Qt::SHIFT | Qt::Key_D},
                                    Scope::Views},
                                   [&maps](bool on) { maps.setKind(on ? MapKind::Disagreement : MapKind::None); });
        map_->setIconText(tr("Map"));
        QObject::connect(&maps, &Maps::changed, map_,
                         [this, &maps] { map_->setChecked(maps.kind() == MapKind::Disagreement); });
        all_.push_back(map_);
    }

    void addDecisions() {
        auto& comparison = workspace_.comparison();
        all_.push_back(add("compare.next", tr("Ne&xt disagreement"), tr("Next"),
                           tr("The next smaller disagreement of the list, in the views"), {Qt::Key_Y},
                           [this] { step(1); }));
        all_.push_back(add("compare.previous", tr("&Previous disagreement"), tr("Previous"),
                           tr("The next larger disagreement of the list, in the views"), {Qt::SHIFT | Qt::Key_Y},
                           [this] { step(-1); }));
        decision("compare.mine", tr("Keep &ours"), tr("Ours"),
                 tr("The disagreement is decided as this project has it; it is not asked about again"), {Qt::Key_U},
                 [&comparison] { comparison.settle(Verdict::Mine); });
        decision("compare.theirs", tr("Take t&heirs"), tr("Theirs"),
                 tr("The voxels of the disagreement become what the other annotator drew"), {Qt::Key_T},
                 [&comparison] { comparison.settle(Verdict::Theirs); });
        decision("compare.label", tr("Make it the active &label"), tr("Active label"),
                 tr("The voxels of the disagreement become the active label, whatever the two drew"),
                 {Qt::SHIFT | Qt::Key_T},
                 [this, &comparison] { comparison.settle(Verdict::Label, workspace_.editor().label()); });
        decision("compare.background", tr("Make it &background"), tr("Background"),
                 tr("The voxels of the disagreement get no label"), {Qt::SHIFT | Qt::Key_U},
                 [&comparison] { comparison.settle(Verdict::Label); });
    }
    void decision(const QString& id, const QString& text, const QString& shortText, const QString& help,
                  const QList<QKeySequence>& keys, const std::function<void()>& run) {
        decisions_.push_back(add(id, text, shortText, help, keys, run));
    }

    /// With the list in view: what nobody looks at is not measured.
    void step(int by) {
        docks_.show("compare");
        workspace_.comparison().step(by);
    }

    void choose() {
        chooseFiles(&window_, workspace_.preferences(),
                    {.title = tr("Another annotator's project of the same volumes"),
                     .filters = {tr("Projects (*.plb)")},
                     .memory = "projects",
                     .folder = QString::fromStdString(workspace_.project()->store().file().parent_path().string())},
                    [this](const QStringList& files) {
                        workspace_.notices().guard([&] {
                            workspace_.comparison().open(files.first().toStdString());
                            docks_.show("compare");
                        });
                    });
    }

    void enable() {
        auto* project = workspace_.project();
        const bool open = workspace_.comparison().isOpen();
        if (!open && workspace_.maps().kind() == MapKind::Disagreement) workspace_.maps().setKind(MapKind::None);
        open_->setEnabled(project != nullptr);
        consensus_->setEnabled(project != nullptr);
        for (auto* action : all_) action->setEnabled(open);
        for (auto* action : decisions_) action->setEnabled(open && !project->readOnly());
    }

    Commands& commands_;
    Workspace& workspace_;
    QWidget& window_;
    Docks& docks_;
    QAction *open_ = nullptr, *consensus_ = nullptr, *outlines_ = nullptr, *map_ = nullptr;
    std::vector<QAction*> all_, decisions_;  ///< of an open comparison
};

}  // namespace

void addCompareCommands(Commands& commands, Workspace& workspace, QWidget& window, Docks& docks) {
    new CompareCommands(commands, workspace, window, docks);
}

}  // namespace protolabel::ui
