#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace protolabel::ui {

class Workspace;

/// Chooses what lies in colours over the slice in view, and says what it means.
class MapChoice : public QWidget {
    Q_OBJECT

public:
    explicit MapChoice(Workspace& workspace, QWidget* parent = nullptr);

private:
    void showState();

    Workspace& workspace_;
    QComboBox* kind_;
    QWidget* legend_;
    QLabel* low_;
    QLabel* bar_;
    QLabel* high_;
    QLabel* text_;
};

}  // namespace protolabel::ui
