#include "ui/panels/frame_bar.h"

#include <QGridLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

#include "ui/session/workspace.h"

namespace protolabel::ui {

FrameBar::FrameBar(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), text_(new QLabel), slider_(new QSlider(Qt::Horizontal)) {
    setObjectName("frames");
    text_->setObjectName("frames.text");
    slider_->setObjectName("frames.slider");
    slider_->setAccessibleName(tr("Frame of the 4-D volume"));
    slider_->setPageStep(1);
    slider_->setTracking(false);  // every frame is read from its file
    auto* common = new QLabel(tr("One label map serves all frames."));
    common->setWordWrap(true);
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(6, 0, 6, 0);
    grid->setVerticalSpacing(2);
    grid->addWidget(text_, 0, 0);
    grid->addWidget(slider_, 0, 1);
    grid->addWidget(common, 1, 0, 1, 2);
    connect(slider_, &QSlider::valueChanged, this, [this](int frame) {
        if (workspace_.shown() != nullptr) workspace_.shown()->showFrame(frame);
    });
    connect(slider_, &QSlider::sliderMoved, this, [this](int frame) { text_->setText(tr("Frame %1").arg(frame + 1)); });
    connect(&workspace, &Workspace::shownChanged, this, &FrameBar::follow);
    follow();
}

void FrameBar::follow() {
    auto* shown = workspace_.shown();
    const bool several = shown != nullptr && shown->frames() > 1;
    setVisible(several);
    if (!several) return;
    const QSignalBlocker blocked(slider_);
    slider_->setRange(0, shown->frames() - 1);
    slider_->setValue(shown->frame());
    text_->setText(shown->frameText());
}

}  // namespace protolabel::ui
