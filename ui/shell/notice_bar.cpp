#include "ui/shell/notice_bar.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>
#include <algorithm>

#include "ui/commands/commands.h"

namespace protolabel::ui {

static constexpr int kInformationMs = 8000;

NoticeBar::NoticeBar(Notices& notices, Commands& commands, QWidget& parent)
    : QFrame(&parent), commands_(commands), icon_(new QLabel), text_(new QLabel), help_(new QPushButton) {
    setObjectName("noticeBar");
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    text_->setObjectName("noticeText");
    text_->setForegroundRole(QPalette::ToolTipText);
    text_->setTextFormat(Qt::PlainText);
    text_->setWordWrap(true);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    help_->setObjectName("noticeHelp");
    help_->setFocusPolicy(Qt::TabFocus);
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
    layout->addWidget(help_);
    layout->addWidget(close);
    parent.installEventFilter(this);
    hide();
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(help_, &QPushButton::clicked, this, [this] {
        hide();
        commands_.action(shown_.command)->trigger();
    });
    connect(&notices, &Notices::posted, this, &NoticeBar::show);
    connect(&notices, &Notices::outdated, this, [this](Until what) {
        if (what == Until::Project || what == shown_.until) hide();
    });
}

void NoticeBar::show(const Notice& notice) {
    const auto icon = notice.severity == Severity::Information ? QStyle::SP_MessageBoxInformation
                      : notice.severity == Severity::Warning   ? QStyle::SP_MessageBoxWarning
                                                               : QStyle::SP_MessageBoxCritical;
    shown_ = notice;
    icon_->setPixmap(style()->standardIcon(icon).pixmap(20, 20));
    text_->setText(notice.text);
    const QAction* help = commands_.action(notice.command);
    help_->setVisible(help != nullptr && help->isEnabled());
    if (help != nullptr) help_->setText(help->text());
    setAccessibleName(notice.text);
    QWidget::show();
    place();
    raise();
    if (!underMouse()) wait();
}

void NoticeBar::wait() {
    timer_.stop();
    if (shown_.severity == Severity::Information) timer_.start(kInformationMs);
}

void NoticeBar::place() {
    constexpr int kEdge = 8;
    const int room = parentWidget()->width() - 2 * kEdge;
    const int rest = layout()->sizeHint().width() - text_->sizeHint().width();
    const int line = text_->fontMetrics().horizontalAdvance(shown_.text) + 2;
    const int width = std::min(room, rest + line);
    resize(width, layout()->totalHeightForWidth(width));
    move((parentWidget()->width() - width) / 2, parentWidget()->height() - height() - kEdge);
}

/// What vanished under the pointer would let a click fall through onto the picture.
void NoticeBar::enterEvent(QEnterEvent* event) {
    timer_.stop();
    QFrame::enterEvent(event);
}

void NoticeBar::leaveEvent(QEvent* event) {
    wait();
    QFrame::leaveEvent(event);
}

bool NoticeBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisible()) place();
    return QFrame::eventFilter(watched, event);
}

}  // namespace protolabel::ui
