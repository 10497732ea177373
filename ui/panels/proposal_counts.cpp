#include "ui/panels/proposal_counts.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <map>

#include "core/review/expectation.h"
#include "core/review/facts.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

ProposalCounts::ProposalCounts(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), warning_(new QLabel), counts_(new QTreeWidget) {
    counts_->setObjectName("proposalsCounts");
    counts_->setAccessibleName(tr("Proposals on this volume"));
    counts_->setRootIsDecorated(false);
    counts_->setUniformRowHeights(true);
    counts_->setHeaderLabels({tr("Label"), tr("Slices"), tr("Sure"), tr("Dice\n~"), tr("Check"), tr("HD95\nmm")});
    counts_->headerItem()->setToolTip(Sure, tr("Mean confidence of the model"));
    counts_->headerItem()->setToolTip(
        Expected,
        tr("Dice to expect on this volume, from the confidence, the distance to the supports and what these say of "
           "each other; on the scans it was made with, wrong by 11 % on average"));
    counts_->headerItem()->setToolTip(
        Dice, tr("Mean Dice of the supports, each segmented from the others, with the options used for the proposals"));
    counts_->headerItem()->setToolTip(
        Hd95, tr("The same: mean distance of the outlines on the slice, 95th percentile, in mm"));
    counts_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    counts_->header()->setSectionResizeMode(Label, QHeaderView::Stretch);  // never wider than the panel
    counts_->header()->setStretchLastSection(false);
    counts_->setMinimumHeight(90);
    warning_->setObjectName("proposalsWarning");
    warning_->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(warning_);
    layout->addWidget(counts_, 1);

    recount_.setSingleShot(true);
    recount_.setInterval(100);
    connect(&recount_, &QTimer::timeout, this, &ProposalCounts::refresh);
    connect(&workspace, &Workspace::projectChanged, this, &ProposalCounts::refresh);
    connect(&workspace, &Workspace::edited, &recount_, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::shownChanged, &recount_, qOverload<>(&QTimer::start));
    connect(&workspace.proposer(), &Proposer::progressed, this, [this] {
        if (!recount_.isActive()) recount_.start();
    });
    refresh();
}

void ProposalCounts::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void ProposalCounts::refresh() {
    if (!isVisible()) return;
    counts_->clear();
    warning_->hide();
    const auto* record = workspace_.record();
    if (record == nullptr) return;
    struct Sum {
        int slices = 0, far = 0;
        double confidence = 0;
    };
    std::map<LabelId, Sum> sums;
    std::map<LabelId, double> expected;
    workspace_.notices().guard([&] {
        const auto* facts = workspace_.review().factsOf(record->id);
        if (facts == nullptr) return;
        expected = review::expectedDice(*facts, workspace_.review().corrections());
        for (const auto& [slice, all] : facts->touched)
            for (const auto& proposal : all.proposed) {
                auto& sum = sums[proposal.label];
                ++sum.slices;
                sum.confidence += proposal.confidence;
                sum.far += proposal.distance > review::kFar;
            }
    });
    const auto checked = workspace_.proposer().checked();
    const auto percent = [](double part) { return tr("%1 %").arg(qRound(100 * part)); };
    QStringList far;
    for (const auto& label : workspace_.project()->labels()) {
        const auto own = checked.find(label.id);
        const auto sum = sums.find(label.id);
        if (sum == sums.end() && own == checked.end()) continue;
        const Sum of = sum == sums.end() ? Sum() : sum->second;
        auto* row = new QTreeWidgetItem(counts_);
        row->setText(Label, QString::fromStdString(label.name));
        row->setToolTip(Label, row->text(Label));
        row->setText(Slices, QString::number(of.slices));
        if (of.slices > 0) row->setText(Sure, percent(of.confidence / of.slices));
        if (expected.count(label.id) != 0) row->setText(Expected, percent(expected.at(label.id)));
        if (own != checked.end()) {
            row->setText(Dice, percent(own->second.dice));
            row->setText(Hd95, own->second.hd95 ? QLocale().toString(*own->second.hd95, 'f', 1) : "-");
        }
        for (int column = Slices; column < kColumns; ++column)
            row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (of.far > 0) far.append(tr("%1 on %n slice(s)", nullptr, of.far).arg(row->text(Label)));
    }
    warning_->setText(tr("Far from every support: %1. Draw a slice like these and mark it (M).").arg(far.join(", ")));
    warning_->setVisible(!far.isEmpty());
}

}  // namespace protolabel::ui
