#include "ui/panels/work_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/models/work_model.h"
#include "ui/panels/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kWaitMs = 500;

WorkPanel::WorkPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent), workspace_(workspace), model_(new WorkModel(this)), view_(nullptr), total_(new QLabel) {
    setObjectName("time");
    setWindowTitle(tr("Time and work"));
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(model_);
    sorted->setSortRole(Qt::EditRole);
    view_ = makeTable(*sorted, "workTable", tr("Time and work"));
    view_->setSortingEnabled(true);
    view_->sortByColumn(WorkModel::Author, Qt::AscendingOrder);
    view_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view_->header()->setStretchLastSection(false);
    total_->setObjectName("workTotal");
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 4, 0);
    const QString titles[] = {tr("&Annotator"), tr("&Tool"), tr("&Volume"), tr("&Label")};
    const WorkModel::Grouping first;
    const bool on[] = {first.author, first.tool, first.volume, first.label};
    for (int n = 0; n < 4; ++n) {
        by_[n] = new QCheckBox(titles[n]);
        by_[n]->setObjectName(QString("workBy%1").arg(n));
        by_[n]->setToolTip(tr("Rows of their own"));
        by_[n]->setChecked(on[n]);
        connect(by_[n], &QCheckBox::toggled, this, &WorkPanel::group);
        bar->addWidget(by_[n]);
    }
    auto* save = new QPushButton(tr("&Export..."));
    save->setObjectName("workExport");
    save->setToolTip(tr("Writes the table as CSV; times are in seconds"));
    bar->addStretch();
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(view_);
    total_->setContentsMargins(6, 0, 6, 4);
    layout->addWidget(total_);
    setFocusProxy(view_);

    wait_.setSingleShot(true);
    wait_.setInterval(kWaitMs);
    connect(&wait_, &QTimer::timeout, this, &WorkPanel::read);
    connect(save, &QPushButton::clicked, this, [this] {
        const QString name = workspace_.project() != nullptr ? workspace_.project()->name() : QString();
        exportCsv(*this, workspace_, tr("%1_work").arg(name), *view_->model());
    });
    connect(&workspace, &Workspace::projectChanged, this, &WorkPanel::follow);
    follow();
    group();
}

void WorkPanel::follow() {
    if (auto* project = workspace_.project())
        connect(project, &ProjectSession::changed, &wait_, qOverload<>(&QTimer::start));
    read();
}

void WorkPanel::read() {
    if (!isVisible()) return;
    workspace_.notices().guard([&] {
        auto* project = workspace_.project();
        model_->setActivity(project != nullptr ? workflow::activityOf(project->store())
                                               : std::vector<workflow::Activity>());
    });
    total_->setText(
        tr("%1 (h:mm:ss) at work, looking included; pauses are not counted").arg(clockText(model_->totalSeconds())));
}

void WorkPanel::group() {
    const WorkModel::Grouping grouping{by_[0]->isChecked(), by_[1]->isChecked(), by_[2]->isChecked(),
                                       by_[3]->isChecked()};
    model_->setGrouping(grouping);
    const bool shown[] = {grouping.author, grouping.tool, grouping.volume, grouping.label};
    for (int n = 0; n < 4; ++n) view_->setColumnHidden(n, !shown[n]);
}

void WorkPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

}  // namespace protolabel::ui
