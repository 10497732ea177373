#include "ui/dialogs/message_line.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace protolabel::ui {

MessageLine::MessageLine(QWidget* parent) : QWidget(parent), sign_(new QLabel(this)), text_(new QLabel(this)) {
    setObjectName("message");
    text_->setObjectName("message.text");
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::PlainText);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(sign_, 0, Qt::AlignTop);
    row->addWidget(text_, 1);
    hide();
}

void MessageLine::say(Severity severity, const QString& text) {
    const auto icon = severity == Severity::Problem   ? QStyle::SP_MessageBoxCritical
                      : severity == Severity::Warning ? QStyle::SP_MessageBoxWarning
                                                      : QStyle::SP_MessageBoxInformation;
    const int side = style()->pixelMetric(QStyle::PM_SmallIconSize);
    sign_->setPixmap(style()->standardIcon(icon).pixmap(side, side));
    text_->setText(text);
    setVisible(!text.isEmpty());
    if (text.isEmpty()) return;
    QAccessibleEvent event(text_, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString MessageLine::text() const {
    return text_->text();
}

}  // namespace protolabel::ui
