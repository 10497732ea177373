#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace protolabel::ui {

class Notices;
struct Notice;

/// The latest message as a bar above the views: it takes no focus and blocks nothing. Information goes after some seconds; warnings and problems
/// stay until they are closed or the next one comes. Everything stays in the messages panel.
class NoticeBar : public QFrame {
    Q_OBJECT

public:
    explicit NoticeBar(Notices& notices, QWidget* parent = nullptr);

private:
    void show(const Notice& notice);

    QLabel* icon_;
    QLabel* text_;
    QTimer timer_;
};

}  // namespace protolabel::ui
