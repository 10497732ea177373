#include "ui/shell/cursor_note.h"

#include <QCursor>
#include <algorithm>

namespace protolabel::ui {

CursorNote::CursorNote(QWidget* parent) : QLabel(parent) {
    setObjectName("cursorNote");
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    setMargin(4);
    setFrameShape(QFrame::Box);
    hide();
    timer_.setSingleShot(true);
    timer_.setInterval(4000);
    connect(&timer_, &QTimer::timeout, this, &QWidget::hide);
}

void CursorNote::say(const QString& text) {
    if (text.isEmpty()) return hide();
    setText(text);
    setAccessibleName(text);
    adjustSize();
    const QPoint at = parentWidget()->mapFromGlobal(QCursor::pos()) + QPoint(18, 18);
    move(std::clamp(at.x(), 0, std::max(0, parentWidget()->width() - width())),
         std::clamp(at.y(), 0, std::max(0, parentWidget()->height() - height())));
    show();
    raise();
    timer_.start();
}

}  // namespace protolabel::ui
