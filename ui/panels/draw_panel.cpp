#include "ui/panels/draw_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QVBoxLayout>
#include <cmath>

#include "ui/panels/panel_parts.h"
#include "ui/panels/window_fields.h"
#include "ui/session/workspace.h"
#include "viewer/tools/brush_tool.h"

namespace protolabel::ui {

namespace {

using labels::PaintOver;
using viewer::kLargestRadius;
using viewer::kSmallestRadius;

constexpr int kNotches = 120;

int notchOf(double radius) {
    return static_cast<int>(
        std::lround(kNotches * std::log(radius / kSmallestRadius) / std::log(kLargestRadius / kSmallestRadius)));
}

double radiusAt(int notch) {
    return std::round(2 * kSmallestRadius *
                      std::pow(kLargestRadius / kSmallestRadius, static_cast<double>(notch) / kNotches)) /
           2;
}

const std::set<ToolKind> kTips{ToolKind::Brush, ToolKind::Erase, ToolKind::Proposals};
const std::set<ToolKind> kBrushes{ToolKind::Brush, ToolKind::Erase};
const std::set<ToolKind> kAll{ToolKind::Brush, ToolKind::Erase, ToolKind::Outline, ToolKind::Fill};
const std::set<ToolKind> kPainting{ToolKind::Brush, ToolKind::Outline, ToolKind::Fill};
const std::set<ToolKind> kErasing{ToolKind::Brush, ToolKind::Erase, ToolKind::Outline};

}  // namespace

DrawPanel::DrawPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      editor_(workspace.editor()),
      content_(new QWidget),
      form_(new QFormLayout) {
    setObjectName("draw");
    setWindowTitle(tr("Drawing"));
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    none_ = new QLabel(tr("Choose a drawing tool: brush, eraser, outline or fill."));
    none_->setObjectName("draw.none");
    none_->setWordWrap(true);
    // Beside the form: Qt 6.4 writes beyond its rows where one of them wraps and others are hidden.
    auto* rows = new QVBoxLayout(content_);
    rows->addWidget(none_);
    rows->addLayout(form_);
    rows->addStretch();
    addTip();
    addRange();
    addRules();
    auto* window = new WindowFields(workspace);
    window->setObjectName("draw.window");
    form_->addRow(window);
    rows_.push_back({window, {ToolKind::Window}, [](const Settings&) {}, {}});
    for (const ToolKind tool :
         {ToolKind::Brush, ToolKind::Erase, ToolKind::Outline, ToolKind::Fill, ToolKind::Window}) {
        showRows(tool);
        fullest_ = fullest_.expandedTo(content_->minimumSizeHint());
    }
    auto* scrolled = fillScrolled(*this, content_);
    scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    fullest_.rwidth() += scrolled->verticalScrollBar()->sizeHint().width();
    connect(&editor_, &Editor::toolChanged, this, &DrawPanel::showSettings);
    connect(&editor_, &Editor::drawingChanged, this, &DrawPanel::showSettings);
    connect(&workspace, &Workspace::projectChanged, this, &DrawPanel::listLabels);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (changes.labels) listLabels();
    });
    listLabels();
}

void DrawPanel::addTip() {
    auto* slider = new QSlider(Qt::Horizontal);
    slider->setObjectName("draw.size");
    slider->setAccessibleName(tr("Radius of the brush"));
    slider->setRange(0, kNotches);
    connect(slider, &QSlider::valueChanged, this,
            [this](int notch) { change([=](Settings& s) { s.tip.radius = radiusAt(notch); }); });
    auto* radius = number("draw.radius", tr("Radius of the brush"), kSmallestRadius, kLargestRadius, 1,
                          [](Settings& s, double value) { s.tip.radius = value; });
    radius->setSingleStep(0.5);
    auto* unit = new QComboBox;
    unit->setObjectName("draw.unit");
    unit->setAccessibleName(tr("Unit of the radius"));
    unit->addItems({tr("voxels"), tr("mm")});
    connect(unit, &QComboBox::currentIndexChanged, this, [this](int n) {
        change(
            [=](Settings& s) { s.tip.unit = n == 0 ? labels::LengthUnit::Voxels : labels::LengthUnit::Millimetres; });
    });
    auto* size = new QWidget;
    auto* line = new QHBoxLayout(size);
    line->setContentsMargins({});
    line->addWidget(slider, 1);
    line->addWidget(radius);
    line->addWidget(unit);
    size->setFocusProxy(radius);
    addRow("draw.sizes", tr("&Radius"), size, kTips, [=](const Settings& s) {
        slider->setValue(notchOf(s.tip.radius));
        radius->setValue(s.tip.radius);
        unit->setCurrentIndex(s.tip.unit == labels::LengthUnit::Voxels ? 0 : 1);
    });
    addChoice(
        "draw.shape", tr("&Shape"), {tr("Round"), tr("Square")}, kTips,
        [](const Settings& s) { return s.tip.shape == labels::BrushShape::Round ? 0 : 1; },
        [](Settings& s, int n) { s.tip.shape = n == 0 ? labels::BrushShape::Round : labels::BrushShape::Square; });
    addChoice(
        "draw.reach", tr("R&each"), {tr("On the slice"), tr("In 3-D")}, kTips,
        [](const Settings& s) { return s.ball ? 1 : 0; }, [this](Settings& s, int n) { reach(s, n == 1); });
    addCheck("draw.pressure", tr("&Pen pressure changes the size"), tr("A pen pressed half draws half as wide"), kTips,
             &Settings::pressureSizes);
    addChoice(
        "draw.fill", tr("R&egion"), {tr("On the slice"), tr("In 3-D")}, {ToolKind::Fill},
        [](const Settings& s) { return s.fillVolume ? 1 : 0; }, [](Settings& s, int n) { s.fillVolume = n == 1; });
    addChoice(
        "draw.rule", tr("&Crossings"), {tr("Leave out what is gone around twice"), tr("Take all inside")},
        {ToolKind::Outline}, [](const Settings& s) { return s.fillRule == labels::FillRule::EvenOdd ? 0 : 1; },
        [](Settings& s, int n) { s.fillRule = n == 0 ? labels::FillRule::EvenOdd : labels::FillRule::NonZero; });
}

void DrawPanel::reach(Settings& settings, bool ball) {
    settings.ball = ball;
    if (!ball || settings.tip.unit == labels::LengthUnit::Millimetres) return;
    settings.tip.unit = labels::LengthUnit::Millimetres;
    const auto* volume = workspace_.shown() != nullptr ? workspace_.shown()->record() : nullptr;
    if (volume == nullptr) return;
    double finest = volume->geometry.spacing[0];
    for (const double spacing : volume->geometry.spacing) finest = std::min(finest, spacing);
    settings.tip.radius = std::clamp(std::round(2 * settings.tip.radius * finest) / 2, kSmallestRadius, kLargestRadius);
}

void DrawPanel::addRange() {
    addCheck("draw.adaptive", tr("&Adaptive"),
             tr("Takes only what is like the place where the stroke begins, and connected to it"), kBrushes,
             &Settings::adaptive);
    addCheck("draw.keep", tr("&Keep to intensity range"),
             tr("Changes only voxels of these values; holding Ctrl does the same for one stroke"), kAll,
             &Settings::keepToRange);
    addChoice(
        "draw.source", tr("Ran&ge"), {tr("Like where it begins"), tr("Fixed")}, kAll,
        [](const Settings& s) { return s.range ? 1 : 0; },
        [this](Settings& s, int n) {
            const auto window = workspace_.window();
            s.range = n == 0 ? std::nullopt : std::optional(labels::IntensityRange{window.low, window.high});
        });
    const auto limited = [](Settings& s, double low, double high) { s.range = labels::IntensityRange{low, high}; };
    auto* low = number("draw.low", tr("Lowest value of the range"), -1e6, 1e6, 1, [=](Settings& s, double value) {
        if (s.range) limited(s, value, std::max(value, s.range->high));
    });
    auto* high = number("draw.high", tr("Highest value of the range"), -1e6, 1e6, 1, [=](Settings& s, double value) {
        if (s.range) limited(s, std::min(value, s.range->low), value);
    });
    auto* picker = new QPushButton(tr("&From image"));
    picker->setObjectName("draw.picker");
    picker->setToolTip(tr("Then click or drag in the image over what is wanted"));
    connect(picker, &QPushButton::clicked, this, [this] { editor_.setTool(ToolKind::Range); });
    auto* limits = new QWidget;
    auto* line = new QHBoxLayout(limits);
    line->setContentsMargins({});
    line->addWidget(low, 1);
    line->addWidget(new QLabel(tr("to")));
    line->addWidget(high, 1);
    limits->setFocusProxy(low);
    Tools tools = kAll;
    tools.insert(ToolKind::Range);
    addRow(
        "draw.limits", tr("&Values"), limits, tools,
        [=](const Settings& s) {
            if (s.range) low->setValue(s.range->low), high->setValue(s.range->high);
        },
        [](const Settings& s) { return s.range.has_value(); });
    addRow("draw.pick", {}, picker, kAll, [](const Settings&) {});
    auto* similarity = number("draw.similarity", tr("Similarity"), 0.1, 20, 1,
                              [](Settings& s, double value) { s.similarity = value; });
    similarity->setSuffix(tr(" sd"));
    similarity->setSingleStep(0.5);
    similarity->setToolTip(tr("How far values may be from those at the start, in their standard deviations"));
    tools.insert(ToolKind::Range);
    addRow(
        "draw.similar", tr("S&imilarity"), similarity, tools,
        [=](const Settings& s) { similarity->setValue(s.similarity); },
        [this](const Settings& s) {
            return !s.range || editor_.tool() == ToolKind::Range || (s.adaptive && kBrushes.count(editor_.tool()) > 0);
        });
}

void DrawPanel::addRules() {
    over_ = new QComboBox;
    over_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    over_->setMinimumContentsLength(8);
    connect(over_, &QComboBox::currentIndexChanged, this, [this](int n) {
        change([this, n](Settings& s) {
            s.over = n < 3 ? static_cast<PaintOver>(n) : PaintOver::OneLabel;
            s.onlyLabel = static_cast<std::uint16_t>(over_->itemData(n).toInt());
        });
    });
    addRow("draw.over", tr("Paint &over"), over_, kPainting, [this](const Settings& s) {
        over_->setCurrentIndex(s.over != PaintOver::OneLabel ? static_cast<int>(s.over)
                                                             : std::max(0, over_->findData(int{s.onlyLabel})));
    });
    addCheck("draw.every", tr("&Erase every label"),
             tr("Erasing takes any label that is not locked, not only the active one"), kErasing,
             &Settings::eraseEveryLabel);
}

void DrawPanel::addRow(const QString& name, const QString& label, QWidget* field, const Tools& tools,
                       std::function<void(const Settings&)> show, std::function<bool(const Settings&)> shown) {
    field->setObjectName(name);
    if (!label.isEmpty()) field->setAccessibleName(QString(label).remove('&'));
    form_->addRow(label, field);
    rows_.push_back({field, tools, std::move(show), std::move(shown)});
}

void DrawPanel::addCheck(const QString& name, const QString& text, const QString& help, const Tools& tools,
                         bool Settings::*setting) {
    auto* check = new QCheckBox(text);
    check->setToolTip(help);
    connect(check, &QCheckBox::toggled, this, [=, this](bool on) { change([=](Settings& s) { s.*setting = on; }); });
    addRow(name, {}, check, tools, [=](const Settings& s) { check->setChecked(s.*setting); });
}

void DrawPanel::addChoice(const QString& name, const QString& label, const QStringList& choices, const Tools& tools,
                          std::function<int(const Settings&)> get, std::function<void(Settings&, int)> set) {
    auto* box = new QComboBox;
    box->addItems(choices);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    connect(box, &QComboBox::currentIndexChanged, this,
            [this, set](int n) { change([&](Settings& s) { set(s, n); }); });
    addRow(name, label, box, tools, [=](const Settings& s) { box->setCurrentIndex(get(s)); });
}

QDoubleSpinBox* DrawPanel::number(const QString& name, const QString& spoken, double low, double high, int decimals,
                                  std::function<void(Settings&, double)> set) {
    auto* box = new QDoubleSpinBox;
    box->setObjectName(name);
    box->setAccessibleName(spoken);
    box->setRange(low, high);
    box->setDecimals(decimals);
    box->setKeyboardTracking(false);
    connect(box, &QDoubleSpinBox::valueChanged, this,
            [this, set](double value) { change([&](Settings& s) { set(s, value); }); });
    return box;
}

void DrawPanel::change(const std::function<void(Settings&)>& change) {
    if (showing_) return;
    Settings settings = editor_.drawing();
    change(settings);
    editor_.setDrawing(settings);
}

void DrawPanel::listLabels() {
    showing_ = true;
    over_->clear();
    over_->addItems({tr("Everything"), tr("Background only"), tr("Visible labels")});
    if (const auto* project = workspace_.project())
        for (const auto& label : project->labels())
            over_->addItem(tr("Only %1").arg(QString::fromStdString(label.name)), static_cast<int>(label.id.value));
    showing_ = false;
    showSettings();
}

void DrawPanel::showSettings() {
    showing_ = true;
    for (const auto& row : rows_) row.show(editor_.drawing());
    showRows(editor_.tool());
    showing_ = false;
}

void DrawPanel::showRows(ToolKind tool) {
    bool any = false;
    for (const auto& row : rows_) {
        const bool used = row.tools.count(tool) > 0 && (!row.shown || row.shown(editor_.drawing()));
        form_->setRowVisible(row.field, used);
        any = any || used;
    }
    none_->setVisible(!any);
}

}  // namespace protolabel::ui
