#include "ui/panels/review_work_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/models/review_work_model.h"
#include "ui/panels/review_chart.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

ReviewWorkPanel::ReviewWorkPanel(Workspace& workspace, Commands&, QWidget* parent)
    : HistoryTablePanel(workspace, parent),
      model_(new ReviewWorkModel(this)),
      chart_(new ReviewChart),
      split_(new QSplitter(Qt::Vertical)) {
    setObjectName("served");
    setWindowTitle(tr("Proposals over time"));
    auto* what = new QComboBox;
    what->setObjectName("servedWhat");
    what->setAccessibleName(tr("What the chart shows"));
    what->addItem(tr("Proposals accepted unchanged"));
    what->addItem(tr("Seconds per accepted proposal"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 4, 0);
    bar->addWidget(what);
    bar->addStretch();
    bar->addWidget(makeExport("servedExport", tr("Writes the table as CSV"), tr("%1_proposals")));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    split_->addWidget(chart_);
    split_->addWidget(makeView(*model_, "servedTable", ReviewWorkModel::Day, Qt::DescendingOrder));
    split_->setChildrenCollapsible(false);
    layout->addWidget(split_, 1);
    connect(what, &QComboBox::currentIndexChanged, this,
            [this](int at) { chart_->setShow(at == 0 ? ReviewChart::Show::Unchanged : ReviewChart::Show::Seconds); });
}

void ReviewWorkPanel::read() {
    auto* project = workspace_.project();
    const auto work =
        project != nullptr ? workflow::reviewHistoryOf(project->store()).work : std::vector<workflow::ReviewWork>();
    std::map<std::string, QColor> colors;
    std::map<std::string, QString> models;
    if (project != nullptr) {
        for (const auto& label : project->labels())
            colors[label.name] = QColor(label.color.red, label.color.green, label.color.blue);
        for (const auto& model : project->store().models()) models[model.hash] = TrainingControl::titleOf(model);
    }
    chart_->setWork(work, colors, models);
    model_->setWork(work, models);
}

void ReviewWorkPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    split_->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
}

}  // namespace protolabel::ui
