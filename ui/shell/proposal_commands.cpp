#include "ui/shell/proposal_commands.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include "core/labels/voxel_runs.h"
#include "core/project/operations.h"
#include "ui/commands/commands.h"
#include "ui/commands/icons.h"
#include "ui/session/proposal_review.h"
#include "ui/session/workspace.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

namespace {

class ProposalCommands {
    Q_DECLARE_TR_FUNCTIONS(ProposalCommands)

public:
    ProposalCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer)
        : commands_(commands), workspace_(workspace), viewer_(viewer) {}

    void add() {
        addSupport();
        addLive();
        addAcceptance();
        addReview();
        const auto show = [this] { enable(); };
        QObject::connect(&workspace_, &Workspace::shownChanged, &commands_, show);
        enable();
    }

private:
    QAction* command(const QString& id, const QString& text, const QString& help, const QList<QKeySequence>& keys,
                     std::function<void()> run, Scope scope = Scope::Views) {
        auto* action = commands_.add({id, tr("Proposals"), text, help, keys, scope}, [this, run = std::move(run)] {
            if (ready()) workspace_.notices().guard(run);
        });
        action->setIcon(themedIcon(id));
        actions_.push_back(action);
        return action;
    }

    bool ready() const { return workspace_.shown() != nullptr && workspace_.shown()->record() != nullptr; }
    void enable() {
        const auto* project = workspace_.project();
        for (auto* action : actions_) action->setEnabled(ready() && project != nullptr && !project->readOnly());
    }
    const project::VolumeRecord& volume() const { return *workspace_.shown()->record(); }
    int slice() const { return viewer_.position()[static_cast<std::size_t>(volume().sliceAxis)]; }
    project::ProjectStore& store() const { return workspace_.project()->store(); }

    void addSupport() {
        command("support.toggle", tr("Slice as &support"),
                tr("The model learns the active label from this slice, or no longer; draw the label completely first"),
                {Qt::Key_M}, [this] { toggleSupport(); });
    }

    void toggleSupport() {
        const auto* label = workspace_.project()->label(workspace_.editor().label());
        if (label == nullptr) throw Error("label.none", "choose a label first");
        const auto place = Place{volume().id, slice(), label->id, QString::fromStdString(label->name)};
        for (const auto& support : workspace_.project()->supports())
            if (support.volume == place.volume && support.slice == place.slice && support.label == place.label)
                return removeSupport(support, place);
        const auto doubts = project::supportDoubts(store(), place.volume, place.slice, place.label);
        if (doubts.any())
            ask(place, doubts);
        else
            mark(place);
    }

    struct Place {
        VolumeId volume;
        int slice;
        LabelId label;
        QString name;
    };

    void mark(const Place& place) {
        workspace_.project()->edit(
            {.name = tr("Support %1 on slice %2").arg(place.name).arg(place.slice).toStdString(), .tool = "support"},
            [&](project::ProjectWriter& writer) {
                project::markSupport(writer, store(), place.volume, place.slice, place.label);
            });
        workspace_.notices().tell(tr("Slice %1 is a support of %2 now").arg(place.slice).arg(place.name));
    }

    void removeSupport(const project::Support& support, const Place& place) {
        workspace_.project()->edit(
            {.name = tr("No support %1 on slice %2").arg(place.name).arg(place.slice).toStdString(), .tool = "support"},
            [&](project::ProjectWriter& writer) { writer.removeSupport(support.id); });
        workspace_.notices().tell(tr("Slice %1 is no longer a support of %2").arg(place.slice).arg(place.name));
    }

    void ask(const Place& place, const project::SupportDoubts& doubts) {
        QStringList why;
        if (doubts.drawn == 0) why.append(tr("Nothing of it is drawn there."));
        if (doubts.proposed > 0) why.append(tr("%n pixel(s) are only proposed.", nullptr, int(doubts.proposed)));
        if (doubts.accepted) why.append(tr("It was accepted from proposals and not corrected."));
        if (doubts.locked) why.append(tr("A label on the slice is locked."));
        auto* box = new QMessageBox(QMessageBox::Question, tr("Slice as support"),
                                    tr("Is %1 drawn completely on slice %2?").arg(place.name).arg(place.slice),
                                    QMessageBox::NoButton, viewer_.QWidget::window());
        box->setObjectName("supportQuestion");
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setInformativeText(why.join(" ") + " " +
                                tr("The model takes everything else on a support for something else."));
        auto* first = box->addButton(tr("&Use it as it is"), QMessageBox::AcceptRole);
        QPushButton* accepting = nullptr;
        if (doubts.proposed > 0 && !doubts.locked)
            accepting = box->addButton(tr("&Accept the proposal and use it"), QMessageBox::AcceptRole);
        box->addButton(QMessageBox::Cancel);
        box->setDefaultButton(accepting != nullptr ? accepting : first);
        QObject::connect(
            box, &QMessageBox::buttonClicked, &viewer_, [this, first, accepting, place](QAbstractButton* clicked) {
                if (!ready()) return;
                workspace_.notices().guard([&] {
                    if (clicked == accepting && accepting != nullptr)
                        accept({.volumes = {place.volume}, .labels = {place.label}, .slices = {place.slice}});
                    if (clicked == first || clicked == accepting) mark(place);
                });
            });
        box->open();
    }

    void addLive() {
        auto& proposer = workspace_.proposer();
        QAction* live = commands_.addToggle({"proposals.live",
                                             tr("Proposals"),
                                             tr("&Live proposals"),
                                             tr("Propose again whenever a support changes"),
                                             {Qt::Key_L}},
                                            [&proposer](bool on) { proposer.setLive(on); });
        live->setIcon(themedIcon("proposals.live"));
        QObject::connect(&proposer, &Proposer::liveChanged, live, &QAction::setChecked);
        command(
            "proposals.predict_volume", tr("Propose on this &volume"),
            tr("The model proposes every label that has a support, on this volume"), {Qt::CTRL | Qt::Key_P},
            [this] { workspace_.proposer().predict({volume().id}); }, Scope::Window);
        command(
            "proposals.predict_all", tr("Propose on &all volumes"),
            tr("The model proposes every label that has a support, on all volumes"), {Qt::CTRL | Qt::ALT | Qt::Key_P},
            [this] {
                std::vector<VolumeId> all{volume().id};
                for (const auto& other : workspace_.project()->volumes())
                    if (other.id != all.front()) all.push_back(other.id);
                workspace_.proposer().predict(all);
            },
            Scope::Window);
    }

    /// Labels that are hidden are not accepted: nobody saw what.
    std::vector<LabelId> visibleLabels() const {
        std::vector<LabelId> all;
        for (const auto& label : workspace_.project()->labels())
            if (label.visible) all.push_back(label.id);
        if (all.empty()) throw Error("accept.hidden", "all labels are hidden; show those that you want to accept");
        return all;
    }

    void accept(const project::AcceptFilter& filter) {
        workspace_.proposer().storeShown();
        const auto outcome = project::acceptProposals(store(), filter, workspace_.project()->timed({}));
        QStringList said;
        if (outcome.slices > 0)
            said.append(tr("Accepted %1 voxels on %n slice(s).", nullptr, int(outcome.slices)).arg(outcome.voxels));
        if (outcome.conflicts > 0) said.append(tr("%n voxel(s) kept what they were.", nullptr, int(outcome.conflicts)));
        if (outcome.drawn > 0)
            said.append(tr("%n proposal(s) stay, as the label is drawn there.", nullptr, int(outcome.drawn)));
        if (outcome.locked > 0)
            said.append(tr("%n proposal(s) stay, as their label is locked.", nullptr, int(outcome.locked)));
        workspace_.notices().tell(said.isEmpty() ? tr("There is no proposal to accept here") : said.join(" "));
    }

    void reject(const project::AcceptFilter& filter) {
        workspace_.proposer().storeShown();
        const auto outcome = project::rejectProposals(store(), filter, workspace_.project()->timed({}));
        workspace_.notices().tell(outcome.slices > 0 ? tr("Rejected on %n slice(s)", nullptr, int(outcome.slices))
                                                     : tr("There is no proposal to reject here"));
    }

    /// The proposed component of any label at the position of the views.
    std::optional<project::AcceptFilter> component() const {
        const auto* proposals = workspace_.shown()->proposals();
        const auto at = viewer_.position();
        const std::uint16_t value = proposals != nullptr ? proposals->at(at) : 0;
        if (value == 0) return {};
        const labels::Box whole{{0, 0, 0}, proposals->grid().size};
        const auto runs = labels::componentAt(labels::runsOf(*proposals, value, whole), at);
        project::AcceptFilter filter{.volumes = {volume().id}, .labels = {LabelId{value}}};
        const labels::Plane plane{volume().sliceAxis, 0};
        const auto& size = proposals->grid().size;
        auto& masks = filter.within.emplace();
        for (const auto& run : runs)
            for (int i = run.begin; i < run.end; ++i) {
                const labels::Index3 voxel{i, run.j, run.k};
                auto& mask = masks[voxel[plane.axis]];
                if (mask.pixels.empty()) mask = labels::Mask(size[plane.xAxis()], size[plane.yAxis()]);
                mask.at(voxel[plane.xAxis()], voxel[plane.yAxis()]) = 1;
            }
        return filter;
    }

    void addAcceptance() {
        command("proposals.accept_slice", tr("A&ccept this slice"),
                tr("Takes the visible proposals on this slice into the annotation"), {Qt::Key_C},
                [this] { accept({.volumes = {volume().id}, .labels = visibleLabels(), .slices = {slice()}}); });
        command("proposals.accept_volume", tr("Accept this v&olume"),
                tr("Takes all visible proposals on this volume into the annotation"), {Qt::SHIFT | Qt::Key_C},
                [this] { accept({.volumes = {volume().id}, .labels = visibleLabels()}); });
        command("proposals.accept_label", tr("Accept the &label on this volume"),
                tr("Takes the proposals of the active label on this volume into the annotation"),
                {Qt::ALT | Qt::SHIFT | Qt::Key_C},
                [this] { accept({.volumes = {volume().id}, .labels = {workspace_.editor().label()}}); });
        command("proposals.accept_component", tr("Accept the &component here"),
                tr("Takes the connected proposal at the crosshair into the annotation"), {Qt::ALT | Qt::Key_C}, [this] {
                    const auto filter = component();
                    if (filter)
                        accept(*filter);
                    else
                        workspace_.notices().tell(tr("Nothing is proposed at the crosshair"));
                });
        command("proposals.reject_slice", tr("&Reject this slice"), tr("Removes the visible proposals on this slice"),
                {Qt::Key_Backspace}, [this] {
                    viewer::KeyEvent back;  // first to the tool: it may take back a corner of what is being drawn
                    back.key = viewer::Key::Backspace;
                    if (workspace_.editor().filter().key(back)) return;
                    reject({.volumes = {volume().id}, .labels = visibleLabels(), .slices = {slice()}});
                });
        command("proposals.reject_volume", tr("Re&ject this volume"),
                tr("Removes all visible proposals on this volume"), {Qt::SHIFT | Qt::Key_Backspace},
                [this] { reject({.volumes = {volume().id}, .labels = visibleLabels()}); });
        command("proposals.reject_component", tr("Reject the component &here"),
                tr("Removes the connected proposal at the crosshair"), {Qt::ALT | Qt::Key_Backspace}, [this] {
                    const auto filter = component();
                    if (filter)
                        reject(*filter);
                    else
                        workspace_.notices().tell(tr("Nothing is proposed at the crosshair"));
                });
    }

    void addReview() {
        command("proposals.next", tr("&Next slice to review"), tr("The next proposal, the least certain first"),
                {Qt::Key_J}, [this] { step(1); });
        command("proposals.previous", tr("&Previous slice to review"), tr("The proposal before"), {Qt::Key_K},
                [this] { step(-1); });
    }

    void step(int by) {
        const auto places = reviewPlaces(store());
        const auto* place = stepReview(places, volume().id, slice(), by);
        if (place == nullptr) {
            workspace_.notices().tell(tr("No proposal waits for a review"));
            return;
        }
        workspace_.goTo(place->volume, place->slice);
        workspace_.notices().tell(tr("%n slice(s) to review; here the model is %1 % sure", nullptr, int(places.size()))
                                      .arg(qRound(100 * place->confidence)));
    }

    Commands& commands_;
    Workspace& workspace_;
    viewer::ViewerWidget& viewer_;
    std::vector<QAction*> actions_;
};

}  // namespace

void addProposalCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer) {
    auto* all = new ProposalCommands(commands, workspace, viewer);
    QObject::connect(&commands, &QObject::destroyed, [all] { delete all; });
    all->add();
}

}  // namespace protolabel::ui
