#pragma once

#include <QFrame>
#include <QTimer>

#include "ui/session/notices.h"

class QLabel;
class QPushButton;

namespace protolabel::ui {

class Commands;

/// The latest message over the lower edge of the views, which keep their place: it takes no focus. Information goes after some seconds, but not
/// from under the pointer; warnings and problems stay until they are closed, the next one comes, or they are not true any more. Everything
/// stays in the messages panel. Where a command helps, a button runs it.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    /// Lies over `parent`, in the middle of its lower edge.
    NoticeBar(Notices& notices, Commands& commands, QWidget& parent);

protected:
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(const Notice& notice);
    void wait();
    void place();

    Commands& commands_;
    QLabel* icon_;
    QLabel* text_;
    QPushButton* help_;
    Notice shown_;
    QTimer timer_;
};

}  // namespace protolabel::ui
