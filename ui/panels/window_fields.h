#pragma once

#include <QWidget>

class QComboBox;
class QDoubleSpinBox;

namespace protolabel::ui {

class Workspace;

/// The window of grey values in numbers, and its presets by name: what the window tool changes by dragging and keys.
class WindowFields : public QWidget {
    Q_OBJECT

public:
    explicit WindowFields(Workspace& workspace, QWidget* parent = nullptr);

private:
    void showWindow();
    void listPresets();
    void apply();

    Workspace& workspace_;
    QDoubleSpinBox* level_;
    QDoubleSpinBox* width_;
    QComboBox* preset_;
    bool showing_ = false;  ///< fields are being set, not used
};

}  // namespace protolabel::ui
