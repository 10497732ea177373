#include "ui/panels/model_choice.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "core/workflow/model_library.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

ModelChoice::ModelChoice(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      text_(new QLabel),
      compare_(new QPushButton(tr("&Compare with the model in use"))),
      use_(new QPushButton(tr("&Use the new model"))),
      table_(new QTreeWidget),
      verdict_(new QLabel) {
    text_->setObjectName("modelChoiceText");
    text_->setWordWrap(true);
    compare_->setObjectName("modelCompare");
    compare_->setToolTip(
        tr("Both models segment the slices that are drawn or accepted, each from the other supports alone"));
    use_->setObjectName("modelUse");
    use_->setToolTip(tr("Proposals are made with it from now on; undo takes this back"));
    table_->setObjectName("modelComparison");
    table_->setAccessibleName(tr("Dice of both models"));
    table_->setRootIsDecorated(false);
    table_->setUniformRowHeights(true);
    table_->setHeaderLabels({tr("Volume"), tr("Label"), tr("Slices"), tr("In use"), tr("New")});
    table_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->setMinimumHeight(110);
    verdict_->setObjectName("modelVerdict");
    verdict_->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(text_);
    layout->addWidget(compare_);
    layout->addWidget(table_);
    layout->addWidget(verdict_);
    layout->addWidget(use_);
    auto& training = workspace.training();
    connect(compare_, &QPushButton::clicked, &training, &TrainingControl::compare);
    connect(use_, &QPushButton::clicked, this, [this] {
        auto& control = workspace_.training();
        control.use(control.newModel());
    });
    connect(&training, &TrainingControl::changed, this, &ModelChoice::showState);
    connect(&training, &TrainingControl::compared, this, &ModelChoice::showTable);
    showState();
}

void ModelChoice::showState() {
    auto& training = workspace_.training();
    auto* project = workspace_.project();
    const auto& fresh = training.newModel();
    setVisible(project != nullptr && !fresh.empty());
    if (project == nullptr || fresh.empty()) return;
    std::string used;
    workspace_.notices().guard([&] { used = workflow::modelInUse(project->store()); });
    const bool taken = used == fresh;
    text_->setText(taken ? tr("The new model is in use: %1").arg(training.titleOf(fresh))
                         : tr("In use: %1\nNew: %2").arg(training.titleOf(used), training.titleOf(fresh)));
    compare_->setEnabled(!taken && !training.comparing() && !training.running());
    compare_->setText(training.comparing() ? tr("Comparing...") : tr("&Compare with the model in use"));
    use_->setEnabled(!taken && !project->readOnly());
    table_->setVisible(training.comparison().has_value());
    verdict_->setVisible(training.comparison().has_value());
}

void ModelChoice::showTable() {
    const auto& comparison = workspace_.training().comparison();
    if (!comparison) return;
    table_->clear();
    const auto dice = [](double value) { return QLocale().toString(value, 'f', 1); };
    for (const auto& row : comparison->rows) {
        auto* item = new QTreeWidgetItem(table_, {QString::fromStdString(row.volume), QString::fromStdString(row.label),
                                                  QString::number(row.slices), dice(row.first), dice(row.second)});
        for (const int column : {2, 3, 4}) item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        QFont bold = item->font(0);
        bold.setBold(true);
        if (row.first != row.second) item->setFont(row.second > row.first ? 4 : 3, bold);
    }
    QString verdict = tr("Mean Dice: %1 % with the model in use, %2 % with the new one.")
                          .arg(dice(comparison->first), dice(comparison->second));
    if (workspace_.training().newLearnedLabels())
        verdict += " " + tr("The new one has learned from these labels: elsewhere it gains less.");
    verdict_->setText(verdict);
    showState();
}

}  // namespace protolabel::ui
