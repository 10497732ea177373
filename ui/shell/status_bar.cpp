#include "ui/shell/status_bar.h"

#include <QLabel>
#include <QLocale>
#include <cmath>

#include "ui/session/comparison.h"
#include "ui/session/workspace.h"
#include "ui/shell/job_indicator.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

StatusBar::StatusBar(Workspace& workspace, viewer::ViewerWidget& viewer, QWidget* parent)
    : QStatusBar(parent), workspace_(workspace), readOut_(new QLabel), frame_(new QLabel), label_(new QLabel) {
    setObjectName("statusBar");
    readOut_->setObjectName("readOut");
    readOut_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);  // the window may be narrower
    readOut_->setAccessibleName(tr("Under the pointer"));
    label_->setObjectName("activeLabel");
    auto* jobs = new JobIndicator(workspace.jobs());
    addWidget(readOut_, 1);
    frame_->setObjectName("frame");
    addPermanentWidget(frame_);
    addPermanentWidget(label_);
    addPermanentWidget(jobs);
    connect(&viewer, &viewer::ViewerWidget::hovered, this, &StatusBar::showReadOut);
    connect(&workspace.editor(), &Editor::labelChanged, this, &StatusBar::showLabel);
    connect(&workspace, &Workspace::projectChanged, this, &StatusBar::showLabel);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (changes.labels) showLabel();
    });
    connect(&workspace, &Workspace::shownChanged, this, &StatusBar::showFrame);
    connect(jobs, &JobIndicator::listWanted, this, &StatusBar::jobListWanted);
    showLabel();
    showFrame();
}

void StatusBar::showFrame() {
    frame_->setText(workspace_.shown() != nullptr ? workspace_.shown()->frameText() : QString());
    frame_->setVisible(!frame_->text().isEmpty());
}

static QString number(double value) {
    const bool whole = std::abs(value - std::round(value)) < 1e-9;
    return QLocale().toString(value, 'f', whole ? 0 : 2);
}

void StatusBar::showReadOut(const std::optional<viewer::ReadOut>& readOut) {
    if (!readOut) return readOut_->clear();
    const auto& [index, lps, ras, value, label, proposal] = *readOut;
    QString text = tr("Voxel %1, %2, %3   RAS %4, %5, %6 mm   Value %7")
                       .arg(index[0])
                       .arg(index[1])
                       .arg(index[2])
                       .arg(QLocale().toString(ras[0], 'f', 1), QLocale().toString(ras[1], 'f', 1),
                            QLocale().toString(ras[2], 'f', 1), number(value));
    const auto name = [&](std::uint16_t id) {
        const auto* known = workspace_.project() != nullptr ? workspace_.project()->label(LabelId{id}) : nullptr;
        return known != nullptr ? QString::fromStdString(known->name) : QString::number(id);
    };
    if (label != 0) text += "   " + tr("Label %1").arg(name(label));
    if (proposal != 0) text += "   " + tr("Proposed %1").arg(name(proposal));
    const auto& comparison = workspace_.comparison();
    if (const auto theirs = comparison.labels(); theirs && theirs->grid().box().contains(index))
        if (const auto id = theirs->at(index); id != 0) text += "   " + tr("%1: %2").arg(comparison.name(), name(id));
    readOut_->setText(text);
}

void StatusBar::showLabel() {
    const auto* project = workspace_.project();
    const auto* label = project != nullptr ? project->label(workspace_.editor().label()) : nullptr;
    label_->setVisible(label != nullptr);
    if (label == nullptr) return;
    const auto [red, green, blue] = label->color;
    label_->setText(QString("<span style='color:%1'>&#9632;</span> %2")
                        .arg(QColor(red, green, blue).name(), QString::fromStdString(label->name).toHtmlEscaped()));
    label_->setAccessibleName(tr("Active label: %1").arg(QString::fromStdString(label->name)));
}

}  // namespace protolabel::ui
