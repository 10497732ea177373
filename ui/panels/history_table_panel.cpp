#include "ui/panels/history_table_panel.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>

#include "ui/panels/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kWaitMs = 500;

HistoryTablePanel::HistoryTablePanel(Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    wait_.setSingleShot(true);
    wait_.setInterval(kWaitMs);
    connect(&wait_, &QTimer::timeout, this, &HistoryTablePanel::refresh);
    connect(&workspace, &Workspace::projectChanged, this, &HistoryTablePanel::refresh);
    connect(&workspace, &Workspace::edited, &wait_, qOverload<>(&QTimer::start));
}

QTreeView* HistoryTablePanel::makeView(QAbstractItemModel& model, const char* name, int sortedBy, Qt::SortOrder order) {
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(&model);
    sorted->setSortRole(Qt::EditRole);
    view_ = makeTable(*sorted, name, windowTitle());
    view_->setSortingEnabled(true);
    view_->sortByColumn(sortedBy, order);
    view_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view_->header()->setStretchLastSection(false);
    setFocusProxy(view_);
    return view_;
}

QPushButton* HistoryTablePanel::makeExport(const char* name, const QString& tip, const QString& pattern) {
    auto* button = new QPushButton(tr("&Export..."));
    button->setObjectName(name);
    button->setToolTip(tip);
    connect(button, &QPushButton::clicked, this, [this, pattern] {
        const QString project = workspace_.project() != nullptr ? workspace_.project()->name() : QString();
        exportCsv(*this, workspace_, pattern.arg(project), *view_->model());
    });
    return button;
}

void HistoryTablePanel::refresh() {
    if (isVisible()) workspace_.notices().guard([this] { read(); });
}

void HistoryTablePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

}  // namespace protolabel::ui
