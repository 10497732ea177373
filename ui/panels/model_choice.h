#pragma once

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace protolabel::ui {

class Workspace;

/// The model that was trained last beside the one in use: compared on what is drawn and accepted, and taken with one click, which undo takes back.
/// Hidden while there is no new one.
class ModelChoice : public QWidget {
    Q_OBJECT

public:
    explicit ModelChoice(Workspace& workspace, QWidget* parent = nullptr);

private:
    void showState();
    void showTable();

    Workspace& workspace_;
    QLabel* text_;
    QPushButton* compare_;
    QPushButton* use_;
    QTreeWidget* table_;
    QLabel* verdict_;
};

}  // namespace protolabel::ui
