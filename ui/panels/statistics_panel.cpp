#include "ui/panels/statistics_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/models/statistics_model.h"
#include "ui/models/table_text.h"
#include "ui/panels/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

StatisticsPanel::StatisticsPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new StatisticsModel(workspace, this)),
      title_(new QLabel),
      view_(makeTable(*model_, "statisticsTable", tr("Statistics of the labels"))) {
    setObjectName("statistics");
    setWindowTitle(tr("Statistics"));
    title_->setObjectName("statisticsTitle");
    view_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view_->header()->setStretchLastSection(false);
    auto* copy = new QPushButton(tr("&Copy all"));
    copy->setObjectName("statisticsCopyAll");
    copy->setToolTip(tr("Copies the table, to be pasted into a spreadsheet"));
    auto* save = new QPushButton(tr("&Export..."));
    save->setObjectName("statisticsExport");
    save->setToolTip(tr("Writes the table as CSV"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 4, 0);
    bar->addWidget(title_, 1);
    bar->addWidget(copy);
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(view_);
    setFocusProxy(view_);

    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(toTabbed(*model_)); });
    connect(save, &QPushButton::clicked, this,
            [this] { exportCsv(*this, workspace_, tr("%1_statistics").arg(volumeName()), *model_); });
    connect(&workspace, &Workspace::shownChanged, this, &StatisticsPanel::showTitle);
    connect(model_, &StatisticsModel::measured, this, &StatisticsPanel::showTitle);
    showTitle();
}

QString StatisticsPanel::volumeName() const {
    const auto* volume = workspace_.shown() != nullptr ? workspace_.shown()->record() : nullptr;
    return volume != nullptr ? QString::fromStdString(volume->name) : QString();
}

void StatisticsPanel::showTitle() {
    const QString name = volumeName();
    title_->setText(name.isEmpty()            ? tr("No volume is shown")
                    : model_->rowCount() == 0 ? tr("Nothing is drawn on %1").arg(name)
                                              : name);
}

void StatisticsPanel::showEvent(QShowEvent* event) {
    model_->setPaused(false);
    QWidget::showEvent(event);
}

void StatisticsPanel::hideEvent(QHideEvent* event) {
    model_->setPaused(true);
    QWidget::hideEvent(event);
}

}  // namespace protolabel::ui
