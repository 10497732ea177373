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

#include "ui/session/preferences.h"

namespace protolabel::ui {

ParameterBar::ParameterBar(Preferences& preferences, QWidget& parent) : QFrame(&parent), preferences_(preferences) {
    setObjectName("parameters");
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setLayout(new QHBoxLayout);
    layout()->setContentsMargins(8, 4, 8, 4);
    parent.installEventFilter(this);
    hide();
}

void ParameterBar::ask(const QString& id, const QString& title, const QString& help,
                       const std::vector<Parameter>& parameters, std::function<void(const Values&)> apply) {
    delete content_;
    id_ = id;
    apply_ = std::move(apply);
    values_.clear();
    content_ = new QWidget;
    auto& line = *new QHBoxLayout(content_);
    line.setContentsMargins({});
    auto* name = new QLabel("<b>" + title.toHtmlEscaped() + "</b>");
    name->setToolTip(help);
    line.addWidget(name);
    for (const auto& parameter : parameters) add(line, parameter);
    auto* button = new QPushButton(tr("Apply"));
    button->setObjectName("parameters.apply");
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, &ParameterBar::run);
    line.addWidget(button);
    auto* close = new QToolButton;
    close->setObjectName("parameters.close");
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    close->setText(QString::fromUtf8("\u00d7"));
    close->setAutoRaise(true);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    line.addWidget(close);
    layout()->addWidget(content_);
    setAccessibleName(title);
    place();
    show();
    raise();
    for (auto* field : content_->findChildren<QWidget*>())
        if (field->objectName().startsWith("parameters.") && field->focusPolicy() != Qt::NoFocus) {
            field->setFocus();
            break;
        }
}

void ParameterBar::add(QHBoxLayout& line, const Parameter& parameter) {
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
        field = box;
    } else if (parameter.start.typeId() == QMetaType::Bool) {
        auto* box = new QCheckBox(parameter.label);
        box->setChecked(start.toBool());
        values_[parameter.key] = [box] { return QVariant(box->isChecked()); };
        field = box;
    } else {
        auto* box = new QDoubleSpinBox;
        box->setDecimals(parameter.start.typeId() == QMetaType::Int ? 0 : 2);
        box->setRange(parameter.low, parameter.high);
        box->setSingleStep(parameter.step);
        box->setSuffix(parameter.unit);
        box->setValue(start.toDouble());
        values_[parameter.key] = [box] { return QVariant(box->value()); };
        field = box;
    }
    field->setObjectName("parameters." + parameter.key);
    field->setAccessibleName(QString(parameter.label).remove('&'));
    if (parameter.start.typeId() != QMetaType::Bool) {
        auto* label = new QLabel(parameter.label);
        label->setBuddy(field);
        line.addWidget(label);
    }
    line.addWidget(field);
}

void ParameterBar::run() {
    for (const auto& [key, value] : values_) preferences_.setValue("parameters/" + id_ + "." + key, value());
    apply_([this](const QString& key) { return values_.at(key)(); });
}

void ParameterBar::place() {
    adjustSize();
    move(std::max(0, (parentWidget()->width() - width()) / 2), 8);
}

void ParameterBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        hide();
        parentWidget()->setFocus();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        run();
    }
    event->accept();  // the views below have keys of their own
}

bool ParameterBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace protolabel::ui
