#include "ui/panels/parameter_bar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include "ui/panels/flow_layout.h"
#include "ui/session/preferences.h"

namespace protolabel::ui {

ParameterBar::ParameterBar(Preferences& preferences, QWidget& parent) : QFrame(&parent), preferences_(preferences) {
    setObjectName("parameters");
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setFocusPolicy(Qt::ClickFocus);
    parent.installEventFilter(this);
    soon_.setSingleShot(true);
    soon_.setInterval(200);
    connect(&soon_, &QTimer::timeout, this, [this] {
        const Values values = [this](const QString& key) { return values_.at(key)(); };
        if (watch_) watch_(&values);
    });
    hide();
}

void ParameterBar::ask(const QString& id, const QString& title, const QString& help,
                       const std::vector<Parameter>& parameters, std::function<void(const Values&)> apply,
                       std::function<void(const Values*)> watch) {
    endWatch();
    watch_ = std::move(watch);
    delete content_;
    id_ = id;
    apply_ = std::move(apply);
    values_.clear();
    content_ = new QWidget(this);
    auto& line = *new FlowLayout(content_);
    auto* name = new QLabel("<b>" + title.toHtmlEscaped() + "</b>");
    name->setToolTip(help);
    line.addWidget(name);
    for (const auto& parameter : parameters) add(line, parameter);
    auto* button = new QPushButton(tr("Apply"));
    button->setObjectName("parameters.apply");
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &ParameterBar::run);
    auto* close = new QToolButton;
    close->setObjectName("parameters.close");
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    close->setText(QString::fromUtf8("\u00d7"));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, &ParameterBar::close);
    auto* end = new QWidget;  // neither stands alone on a line
    auto* both = new QHBoxLayout(end);
    both->setContentsMargins({});
    both->addWidget(button);
    both->addWidget(close);
    line.addWidget(end);
    setAccessibleName(title);
    content_->show();
    place();
    show();
    tellWatch();
    raise();
    for (auto* field : content_->findChildren<QWidget*>())
        if (field->objectName().startsWith("parameters.") && field->focusPolicy() != Qt::NoFocus) {
            field->setFocus();
            break;
        }
}

void ParameterBar::add(QLayout& line, const Parameter& parameter) {
    const QString key = id_ + "." + parameter.key;
    const QVariant start =
        parameter.remembered ? preferences_.value("parameters/" + key, parameter.start) : parameter.start;
    QWidget* field = nullptr;
    if (!parameter.choices.empty()) {
        auto* box = new QComboBox;
        for (const auto& [text, data] : parameter.choices) box->addItem(text, data);
        for (int n = 0; n < box->count(); ++n)
            if (box->itemData(n).toString() == start.toString()) box->setCurrentIndex(n);
        values_[parameter.key] = [box] { return box->currentData(); };
        connect(box, &QComboBox::currentIndexChanged, this, &ParameterBar::tellWatch);
        field = box;
    } else if (parameter.start.typeId() == QMetaType::Bool) {
        auto* box = new QCheckBox(parameter.label);
        box->setChecked(start.toBool());
        values_[parameter.key] = [box] { return QVariant(box->isChecked()); };
        connect(box, &QCheckBox::toggled, this, &ParameterBar::tellWatch);
        field = box;
    } else {
        auto* box = new QDoubleSpinBox;
        box->setDecimals(parameter.start.typeId() == QMetaType::Int ? 0 : 2);
        box->setRange(parameter.low, parameter.high);
        box->setSingleStep(parameter.step);
        box->setSuffix(parameter.unit);
        box->setValue(start.toDouble());
        values_[parameter.key] = [box] { return QVariant(box->value()); };
        connect(box, &QDoubleSpinBox::valueChanged, this, &ParameterBar::tellWatch);
        field = box;
    }
    field->setObjectName("parameters." + parameter.key);
    field->setAccessibleName(QString(parameter.label).remove('&'));
    if (parameter.start.typeId() == QMetaType::Bool) return line.addWidget(field);
    auto* pair = new QWidget;  // stays together when the line is broken
    auto* both = new QHBoxLayout(pair);
    both->setContentsMargins({});
    auto* label = new QLabel(parameter.label);
    label->setBuddy(field);
    both->addWidget(label);
    both->addWidget(field);
    line.addWidget(pair);
}

void ParameterBar::run() {
    for (const auto& [key, value] : values_) preferences_.setValue("parameters/" + id_ + "." + key, value());
    apply_([this](const QString& key) { return values_.at(key)(); });
}

void ParameterBar::place() {
    constexpr int kEdge = 8;
    const QSize margins(16, 10);
    const auto& line = *content_->layout();
    const int width =
        std::min(line.sizeHint().width(), std::max(0, parentWidget()->width() - 2 * kEdge - margins.width()));
    content_->setGeometry(margins.width() / 2, margins.height() / 2, width, line.heightForWidth(width));
    resize(content_->size() + margins);
    move((parentWidget()->width() - this->width()) / 2, kEdge);
}

void ParameterBar::tellWatch() {
    if (watch_) soon_.start();
}

void ParameterBar::endWatch() {
    soon_.stop();
    if (watch_) watch_(nullptr);
    watch_ = {};
}

void ParameterBar::close() {
    endWatch();
    hide();
    parentWidget()->setFocus();
}

/// The views below have keys of their own, as shortcuts: what is pressed here comes here.
bool ParameterBar::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride &&
        (static_cast<QKeyEvent*>(event)->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) == 0) {
        event->accept();
        return true;
    }
    return QFrame::event(event);
}

void ParameterBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        run();
    event->accept();
}

/// Of the views: Escape closes the bar from there, too.
bool ParameterBar::eventFilter(QObject* watched, QEvent* event) {
    if (!isVisible()) return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::Resize) place();
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    if (key && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        if (event->type() == QEvent::KeyPress) close();
        event->accept();
        return true;
    }
    return QFrame::eventFilter(watched, event);
}

}  // namespace protolabel::ui
