#include "ui/panels/history_panel.h"

#include <QHeaderView>
#include <QTreeView>
#include <QVBoxLayout>
#include <map>

#include "ui/commands/icons.h"
#include "ui/models/history_model.h"
#include "ui/panels/row_delegate.h"
#include "ui/panels/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

/// What an edit was made with, as a picture.
static QIcon toolIcon(const QString& tool) {
    static const std::map<QString, QString> pictures{
        {"accept", "edit.accept"},   {"annotate", "edit.import"}, {"erase", "tool.erase"},
        {"fill", "tool.fill"},       {"import", "edit.import"},   {"labels", "edit.labels"},
        {"model", "edit.model"},     {"outline", "tool.outline"}, {"predict", "edit.model"},
        {"reject", "edit.remove"},   {"relink", "edit.volumes"},  {"train", "edit.model"},
        {"volumes", "edit.volumes"}, {"brush", "tool.brush"}};
    const auto found = pictures.find(tool);
    return themedIcon(found == pictures.end() ? "edit.change" : found->second);
}

HistoryPanel::HistoryPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new HistoryModel(workspace, this)),
      view_(makeTable(*model_, "historyTable", tr("Edits"))) {
    setObjectName("history");
    setWindowTitle(tr("History"));
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setTextElideMode(Qt::ElideMiddle);
    view_->setItemDelegateForColumn(
        HistoryModel::Edit, new RowDelegate(this, [](const QModelIndex& index) {
            return index.row() == 0 ? QIcon() : toolIcon(index.data(HistoryModel::ToolRole).toString());
        }));
    view_->header()->setStretchLastSection(false);
    view_->header()->setSectionResizeMode(HistoryModel::Edit, QHeaderView::Stretch);
    view_->header()->setMinimumSectionSize(40);
    view_->header()->setSectionResizeMode(HistoryModel::Author, QHeaderView::ResizeToContents);
    view_->header()->setSectionResizeMode(HistoryModel::When, QHeaderView::ResizeToContents);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view_);
    setFocusProxy(view_);

    // A click and Enter go there; arrows only look, so that holding one does not undo a day's work.
    connect(view_, &QTreeView::clicked, this, &HistoryPanel::goTo);
    connect(view_, &QTreeView::activated, this, &HistoryPanel::goTo);
    connect(model_, &HistoryModel::refreshed, this, &HistoryPanel::showCurrent);
    showCurrent();
}

void HistoryPanel::goTo(const QModelIndex& index) {
    auto* project = workspace_.project();
    if (project == nullptr || project->readOnly()) return;
    workspace_.editor().cancel();
    workspace_.notices().guard([&] { project->stepTo(model_->idAt(index.row())); });
}

void HistoryPanel::showCurrent() {
    const int row = model_->currentRow();
    if (row < 0) return;
    const QModelIndex current = model_->index(row, 0);
    view_->setCurrentIndex(current);
    view_->scrollTo(current);
}

}  // namespace protolabel::ui
