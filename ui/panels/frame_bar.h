#pragma once

#include <QWidget>

class QLabel;
class QSlider;

namespace protolabel::ui {

class Workspace;

/// Which frame of a 4-D volume is shown, and a slider for another one. Hidden for other volumes.
class FrameBar : public QWidget {
    Q_OBJECT

public:
    explicit FrameBar(Workspace& workspace, QWidget* parent = nullptr);

private:
    void follow();

    Workspace& workspace_;
    QLabel* text_;
    QSlider* slider_;
};

}  // namespace protolabel::ui
