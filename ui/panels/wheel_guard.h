#pragma once

#include <QEvent>
#include <QObject>
#include <QWidget>

namespace protolabel::ui {

/// Fields in a panel that scrolls take the wheel only while they have the focus: who scrolls past must not change them.
class WheelGuard : public QObject {
public:
    static void protect(QWidget& field) {
        field.setFocusPolicy(Qt::StrongFocus);
        field.installEventFilter(new WheelGuard(&field));
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Wheel || static_cast<QWidget*>(watched)->hasFocus()) return false;
        event->ignore();
        return true;
    }

private:
    using QObject::QObject;
};

}  // namespace protolabel::ui
