#pragma once

#include <QWidget>

#include "ui/session/notices.h"

class QLabel;

namespace protolabel::ui {

/// One message within a dialog, with a sign for its severity; takes no room while there is none.
class MessageLine : public QWidget {
    Q_OBJECT

public:
    explicit MessageLine(QWidget* parent = nullptr);

    void say(Severity severity, const QString& text);
    QString text() const;

public slots:
    void clear() { say(Severity::Information, {}); }

private:
    QLabel* sign_;
    QLabel* text_;
};

}  // namespace protolabel::ui
