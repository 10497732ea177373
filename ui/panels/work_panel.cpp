#include "ui/panels/work_panel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/models/work_model.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

WorkPanel::WorkPanel(Workspace& workspace, Commands&, QWidget* parent)
    : HistoryTablePanel(workspace, parent), model_(new WorkModel(this)), total_(new QLabel) {
    setObjectName("time");
    setWindowTitle(tr("Time and work"));
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
    bar->addStretch();
    bar->addWidget(makeExport("workExport", tr("Writes the table as CSV; times are in seconds"), tr("%1_work")));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(makeView(*model_, "workTable", WorkModel::Author, Qt::AscendingOrder));
    total_->setContentsMargins(6, 0, 6, 4);
    layout->addWidget(total_);
    group();
}

void WorkPanel::read() {
    auto* project = workspace_.project();
    model_->setActivity(project != nullptr ? workflow::activityOf(project->store())
                                           : std::vector<workflow::Activity>());
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

}  // namespace protolabel::ui
