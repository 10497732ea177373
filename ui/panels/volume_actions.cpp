#include <QAction>
#include <QActionGroup>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include "core/imaging/geometry.h"
#include "core/workflow/volume_marks.h"
#include "ui/models/volume_filter.h"
#include "ui/models/volume_list_model.h"
#include "ui/panels/volumes_panel.h"
#include "ui/session/workspace.h"

/// What can be done with a volume of the list: by the context menu and by keys.
namespace protolabel::ui {

QAction* VolumesPanel::addAction(const QString& name, const QString& text, const QKeySequence& key,
                                 std::function<void()> run) {
    auto* action = new QAction(text, view_);
    action->setObjectName(name);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetShortcut);
    connect(action, &QAction::triggered, this, std::move(run));
    view_->addAction(action);
    return action;
}

void VolumesPanel::makeActions() {
    show_ = addAction("volumesShow", tr("&Show"), {}, [this] { showCurrent(); });
    rename_ = addAction("volumesRename", tr("Re&name"), Qt::Key_F2, [this] { view_->edit(view_->currentIndex()); });
    complete_ =
        addAction("volumesComplete", tr("Mark as &complete"), Qt::CTRL | Qt::Key_Return, [this] { toggle(false); });
    complete_->setCheckable(true);
    flag_ = addAction("volumesFlag", tr("&Flag to look at again"), Qt::CTRL | Qt::Key_M, [this] { toggle(true); });
    flag_->setCheckable(true);
    makeAxisActions();
    statistics_ = addAction("volumesStatistics", tr("S&tatistics"), {}, [this] {
        showCurrent();
        emit statisticsRequested();
    });
    relink_ =
        addAction("volumesRelink", tr("Find the &missing file..."), {}, [this] { emit relinkRequested(current()); });
    remove_ = addAction("volumesRemove", tr("&Remove..."), QKeySequence::Delete, [this] { askToRemove(); });
}

void VolumesPanel::makeAxisActions() {
    auto* menu = new QMenu(tr("Slice &axis"), view_);
    menu->setObjectName("volumesAxis");
    axes_ = new QActionGroup(this);
    const auto choice = [&](const QString& name, const QString& text, std::optional<int> axis) {
        QAction* action = menu->addAction(text);
        action->setObjectName(name);
        action->setCheckable(axis.has_value());
        if (axis) action->setData(*axis), axes_->addAction(action);
        connect(action, &QAction::triggered, this, [this, axis] { setAxis(axis); });
    };
    choice("volumesAxisAuto", tr("&Automatic"), {});
    choice("volumesAxisI", tr("&i (first)"), 0);
    choice("volumesAxisJ", tr("&j (second)"), 1);
    choice("volumesAxisK", tr("&k (third)"), 2);
    view_->addAction(menu->menuAction());
}

void VolumesPanel::showActions() {
    const int at = model_->rowOf(current());
    const auto* project = workspace_.project();
    const bool writable = at >= 0 && project != nullptr && !project->readOnly();
    show_->setEnabled(at >= 0);
    statistics_->setEnabled(at >= 0);
    for (QAction* action : {rename_, complete_, flag_, remove_}) action->setEnabled(writable);
    axes_->setEnabled(writable);
    relink_->setEnabled(writable && model_->rowAt(at).missing);
    if (at < 0) return;
    const VolumeRow& volume = model_->rowAt(at);
    complete_->setChecked(volume.complete);
    flag_->setChecked(volume.flagged);
    for (QAction* action : axes_->actions()) action->setChecked(action->data().toInt() == volume.record.sliceAxis);
}

void VolumesPanel::edit(const QString& name, const project::VolumeRecord& record) {
    workspace_.notices().guard([&] {
        workspace_.project()->edit({.name = name.toStdString(), .tool = "volumes"},
                                   [&](project::ProjectWriter& writer) { writer.updateVolume(record); });
    });
}

void VolumesPanel::toggle(bool flag) {
    const VolumeId id = current();
    const auto* record = workspace_.project()->volume(id);
    if (record == nullptr) return;
    workspace_.notices().guard([&] {
        auto marks = workflow::volumeMarks(workspace_.project()->store());
        auto& ids = flag ? marks.flagged : marks.complete;
        const bool on = ids.erase(id) == 0;
        if (on) ids.insert(id);
        const QString name = flag ? (on ? tr("Flag %1") : tr("Take the flag off %1"))
                                  : (on ? tr("Mark %1 as complete") : tr("Mark %1 as not complete"));
        workspace_.project()->edit(
            {.name = name.arg(QString::fromStdString(record->name)).toStdString(), .tool = "volumes"},
            [&](project::ProjectWriter& writer) { workflow::putVolumeMarks(writer, marks); });
    });
    showActions();
}

void VolumesPanel::setAxis(std::optional<int> axis) {
    const auto* found = workspace_.project()->volume(current());
    if (found == nullptr) return;
    project::VolumeRecord record = *found;
    record.sliceAxis = axis.value_or(imaging::sliceAxis(record.geometry));
    if (record.sliceAxis != found->sliceAxis) {
        const QString letters[] = {"i", "j", "k"};
        edit(tr("Slice %1 along %2").arg(QString::fromStdString(record.name), letters[record.sliceAxis]), record);
    }
    showActions();
}

void VolumesPanel::askToRemove() {
    const int at = model_->rowOf(current());
    if (at < 0) return;
    const VolumeRow& volume = model_->rowAt(at);
    const QString name = QString::fromStdString(volume.record.name);
    auto* box = new QMessageBox(QMessageBox::Question, tr("Remove a volume"),
                                tr("Remove %1 from the project?").arg(name), QMessageBox::NoButton, this);
    box->setObjectName("volumesRemoveQuestion");
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QString loss = volume.counts.annotatedSlices == 0
                             ? tr("Nothing is drawn on it.")
                             : tr("What is drawn on %n slice(s) goes with it.", nullptr, volume.counts.annotatedSlices);
    box->setInformativeText(loss + " " + tr("The image file stays where it is; undo brings everything back."));
    auto* remove = box->addButton(tr("&Remove"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(remove);
    connect(box, &QMessageBox::buttonClicked, this, [this, remove, name, id = volume.id](QAbstractButton* clicked) {
        if (clicked != remove || workspace_.project() == nullptr) return;
        workspace_.notices().guard([&] {
            workspace_.project()->edit({.name = tr("Remove %1").arg(name).toStdString(), .tool = "volumes"},
                                       [&](project::ProjectWriter& writer) { writer.removeVolume(id); });
        });
    });
    box->open();
}

}  // namespace protolabel::ui
