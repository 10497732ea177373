#include "ui/panels/map_choice.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include "ui/panels/wheel_guard.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kBarWidth = 96, kBarHeight = 12;

MapChoice::MapChoice(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      kind_(new QComboBox),
      legend_(new QWidget),
      low_(new QLabel),
      bar_(new QLabel),
      high_(new QLabel),
      text_(new QLabel) {
    kind_->setObjectName("mapKind");
    kind_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    kind_->setToolTip(tr("Lies over the slice in view, below the labels, and never in the way of drawing"));
    WheelGuard::protect(*kind_);
    const auto add = [this](const QString& text, MapKind kind) { kind_->addItem(text, static_cast<int>(kind)); };
    add(tr("Proposal only"), MapKind::None);
    add(tr("Probability"), MapKind::Refined);
    add(tr("Coarse mask"), MapKind::Coarse);
    add(tr("Similarity"), MapKind::Similarity);
    add(tr("Selected pixels"), MapKind::Selected);
    add(tr("Regions of the support"), MapKind::Regions);
    add(tr("Supervoxels"), MapKind::Supervoxels);
    add(tr("Disagreement"), MapKind::Disagreement);
    text_->setObjectName("mapText");
    text_->setWordWrap(true);
    bar_->setObjectName("mapScale");
    auto* row = new QHBoxLayout(legend_);
    row->setContentsMargins(0, 0, 0, 0);
    for (auto* part : {low_, bar_, high_}) row->addWidget(part);
    row->addStretch();
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("S&how"), kind_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addWidget(legend_);
    layout->addWidget(text_);
    connect(kind_, &QComboBox::currentIndexChanged, this,
            [this] { workspace_.maps().setKind(static_cast<MapKind>(kind_->currentData().toInt())); });
    connect(&workspace.maps(), &Maps::changed, this, &MapChoice::showState);
    showState();
}

void MapChoice::showState() {
    auto& maps = workspace_.maps();
    kind_->setCurrentIndex(kind_->findData(static_cast<int>(maps.kind())));
    text_->setText(maps.text());
    text_->setVisible(!maps.text().isEmpty());
    const auto scale = maps.scale();
    legend_->setVisible(!scale.colors.empty());
    if (scale.colors.empty()) return;
    low_->setText(scale.low);
    high_->setText(scale.high);
    bar_->setAccessibleName(tr("Colours from %1 to %2").arg(scale.low, scale.high));
    QPixmap bar(kBarWidth, kBarHeight);
    bar.fill(Qt::black);
    QPainter painter(&bar);
    for (int x = 0; x < kBarWidth; ++x) {
        const auto color = scale.colors[static_cast<std::size_t>(x) * (scale.colors.size() - 1) / (kBarWidth - 1)];
        painter.fillRect(x, 0, 1, kBarHeight, QColor::fromRgba(color));
    }
    bar_->setPixmap(bar);
}

}  // namespace protolabel::ui
