#include "ui/panels/window_fields.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <algorithm>
#include <cmath>

#include "ui/session/workspace.h"

namespace protolabel::ui {

static QDoubleSpinBox* numberField(const QString& name) {
    auto* box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setRange(-1e7, 1e7);
    box->setKeyboardTracking(false);
    return box;
}

WindowFields::WindowFields(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      level_(numberField("window.level")),
      width_(numberField("window.width")),
      preset_(new QComboBox) {
    width_->setMinimum(1e-6);
    preset_->setObjectName("window.preset");
    preset_->setPlaceholderText(tr("none of them"));
    preset_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    preset_->setMinimumContentsLength(8);
    preset_->setToolTip(tr("Keys 1 to 9; they are changed in the preferences"));
    auto* form = new QFormLayout(this);
    form->setContentsMargins({});
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Level"), level_);
    form->addRow(tr("&Width"), width_);
    form->addRow(tr("&Preset"), preset_);
    for (auto* box : {level_, width_}) connect(box, &QDoubleSpinBox::valueChanged, this, &WindowFields::apply);
    connect(preset_, &QComboBox::activated, this, [this](int n) {
        const auto presets = workspace_.windowPresets();
        if (n < static_cast<int>(presets.size())) workspace_.setWindow(presets[static_cast<std::size_t>(n)].window);
    });
    connect(&workspace, &Workspace::windowChanged, this, &WindowFields::showWindow);
    connect(&workspace, &Workspace::shownChanged, this, &WindowFields::listPresets);
    connect(&workspace.preferences(), &Preferences::changed, this, [this](const QString& key) {
        if (key.startsWith("window_presets/")) listPresets();
    });
    listPresets();
}

void WindowFields::apply() {
    if (!showing_) workspace_.setWindow(viewer::fromLevel(level_->value(), width_->value()));
}

void WindowFields::listPresets() {
    const auto presets = workspace_.windowPresets();
    setEnabled(!presets.empty());
    preset_->clear();
    for (std::size_t n = 0; n < presets.size(); ++n)
        preset_->addItem(QString("%1  %2").arg(n + 1).arg(QString::fromStdString(presets[n].name)));
    showWindow();
}

void WindowFields::showWindow() {
    showing_ = true;
    const auto window = workspace_.window();
    const int decimals = viewer::windowDecimals(window);
    for (auto* box : {level_, width_}) {
        box->setDecimals(decimals);
        box->setSingleStep(std::pow(10, -decimals) *
                           (decimals == 0 ? std::max(1., std::round(window.width() / 50)) : 1));
    }
    level_->setValue(window.level());
    width_->setValue(window.width());
    const auto presets = workspace_.windowPresets();
    const auto same = std::find_if(presets.begin(), presets.end(), [&](const auto& p) { return p.window == window; });
    preset_->setCurrentIndex(same == presets.end() ? -1 : static_cast<int>(same - presets.begin()));
    showing_ = false;
}

}  // namespace protolabel::ui
