#include "ui/panels/jobs_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/models/job_list_model.h"
#include "ui/panels/progress_delegate.h"
#include "ui/panels/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

JobsPanel::JobsPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new JobListModel(workspace.jobs(), this)),
      view_(makeTable(*model_, "jobsTable", tr("Jobs"))),
      stop_(new QPushButton(tr("&Stop"))) {
    setObjectName("jobs");
    setWindowTitle(tr("Jobs"));
    view_->setItemDelegateForColumn(JobListModel::Done,
                                    new ProgressDelegate(JobListModel::FractionRole, JobListModel::RunningRole, this));
    view_->setColumnWidth(JobListModel::Title, 220);
    view_->setColumnWidth(JobListModel::Done, 130);
    stop_->setObjectName("jobsStop");
    stop_->setToolTip(tr("Stops the chosen jobs (Del); what they have stored so far stays"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(4, 0, 4, 4);
    bar->addStretch();
    bar->addWidget(stop_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(view_);
    layout->addLayout(bar);
    setFocusProxy(view_);

    auto* remove = new QAction(tr("&Stop"), view_);
    remove->setObjectName("jobsStopAction");
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    view_->addAction(remove);
    connect(remove, &QAction::triggered, this, &JobsPanel::stop);
    connect(stop_, &QPushButton::clicked, this, &JobsPanel::stop);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &JobsPanel::showStop);
    connect(model_, &JobListModel::dataChanged, this, &JobsPanel::showStop);
    connect(model_, &JobListModel::rowsInserted, view_, &QTreeView::scrollToBottom);
    showStop();
}

void JobsPanel::showStop() {
    bool running = false;
    for (const auto& index : view_->selectionModel()->selectedRows())
        running = running || index.data(JobListModel::RunningRole).toBool();
    stop_->setEnabled(running);
}

void JobsPanel::stop() {
    for (const auto& index : view_->selectionModel()->selectedRows())
        workspace_.jobs().cancel(index.data(JobListModel::NumberRole).toInt());
}

}  // namespace protolabel::ui
