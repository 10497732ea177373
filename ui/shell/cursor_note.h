#pragma once

#include <QLabel>
#include <QTimer>

namespace protolabel::ui {

/// A short text at the pointer for a few seconds: why the brush does nothing here. Takes no input.
class CursorNote : public QLabel {
    Q_OBJECT

public:
    explicit CursorNote(QWidget* parent);

    void say(const QString& text);  ///< empty: hides

private:
    QTimer timer_;
};

}  // namespace protolabel::ui
