#include "ui/shell/notice_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>
#include <QToolButton>

#include "ui/session/notices.h"

namespace protolabel::ui {

static constexpr int kInformationMs = 8000;

NoticeBar::NoticeBar(Notices& notices, QWidget* parent) : QFrame(parent), icon_(new QLabel), text_(new QLabel) {
    setObjectName("noticeBar");
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    text_->setObjectName("noticeText");
    text_->setForegroundRole(QPalette::ToolTipText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* close = new QToolButton;
    close->setObjectName("noticeClose");
    close->setAutoRaise(true);
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setAccessibleName(tr("Close this message"));
    close->setToolTip(tr("Close this message"));
    close->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 4, 4, 4);
    layout->addWidget(icon_);
    layout->addWidget(text_, 1);
    layout->addWidget(close);
    hide();
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(&notices, &Notices::posted, this, &NoticeBar::show);
}

void NoticeBar::show(const Notice& notice) {
    const auto icon = notice.severity == Severity::Information ? QStyle::SP_MessageBoxInformation
                      : notice.severity == Severity::Warning   ? QStyle::SP_MessageBoxWarning
                                                               : QStyle::SP_MessageBoxCritical;
    icon_->setPixmap(style()->standardIcon(icon).pixmap(20, 20));
    text_->setText(notice.text);
    setAccessibleName(notice.text);
    QWidget::show();
    timer_.stop();
    if (notice.severity == Severity::Information) timer_.start(kInformationMs);
}

}  // namespace protolabel::ui
