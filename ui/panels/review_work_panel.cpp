#include "ui/panels/review_work_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/models/review_work_model.h"
#include "ui/panels/review_chart.h"
#include "ui/panels/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

ReviewWorkPanel::ReviewWorkPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new ReviewWorkModel(this)),
      view_(nullptr),
      chart_(new ReviewChart),
      split_(new QSplitter(Qt::Vertical)) {
    setObjectName("served");
    setWindowTitle(tr("Proposals over time"));
    auto* sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(model_);
    sorted->setSortRole(Qt::EditRole);
    view_ = makeTable(*sorted, "servedTable", tr("Proposals over time"));
    view_->setSortingEnabled(true);
    view_->sortByColumn(ReviewWorkModel::Day, Qt::DescendingOrder);
    view_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    view_->header()->setStretchLastSection(false);
    auto* what = new QComboBox;
    what->setObjectName("servedWhat");
    what->setAccessibleName(tr("What the chart shows"));
    what->addItem(tr("Proposals accepted unchanged"));
    what->addItem(tr("Seconds per accepted proposal"));
    auto* save = new QPushButton(tr("&Export..."));
    save->setObjectName("servedExport");
    save->setToolTip(tr("Writes the table as CSV"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(6, 4, 4, 0);
    bar->addWidget(what);
    bar->addStretch();
    bar->addWidget(save);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    split_->addWidget(chart_);
    split_->addWidget(view_);
    split_->setChildrenCollapsible(false);
    layout->addWidget(split_, 1);
    setFocusProxy(view_);

    wait_.setSingleShot(true);
    wait_.setInterval(500);
    connect(what, &QComboBox::currentIndexChanged, this,
            [this](int at) { chart_->setShow(at == 0 ? ReviewChart::Show::Unchanged : ReviewChart::Show::Seconds); });
    connect(&wait_, &QTimer::timeout, this, &ReviewWorkPanel::read);
    connect(save, &QPushButton::clicked, this, [this] {
        const QString name = workspace_.project() != nullptr ? workspace_.project()->name() : QString();
        exportCsv(*this, workspace_, tr("%1_proposals").arg(name), *view_->model());
    });
    connect(&workspace, &Workspace::projectChanged, this, &ReviewWorkPanel::follow);
    follow();
}

void ReviewWorkPanel::follow() {
    if (auto* project = workspace_.project())
        connect(project, &ProjectSession::changed, &wait_, qOverload<>(&QTimer::start));
    read();
}

void ReviewWorkPanel::read() {
    if (!isVisible()) return;
    workspace_.notices().guard([&] {
        auto* project = workspace_.project();
        const auto work =
            project != nullptr ? workflow::reviewWorkOf(project->store()) : std::vector<workflow::ReviewWork>();
        std::map<std::string, QColor> colors;
        if (project != nullptr)
            for (const auto& label : project->labels())
                colors[label.name] = QColor(label.color.red, label.color.green, label.color.blue);
        chart_->setWork(work, colors);
        model_->setWork(work);
    });
}

void ReviewWorkPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    split_->setOrientation(width() > 2 * height() ? Qt::Horizontal : Qt::Vertical);
}

void ReviewWorkPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

}  // namespace protolabel::ui
