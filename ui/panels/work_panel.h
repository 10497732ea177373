#pragma once

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QTreeView;

namespace protolabel::ui {

class Commands;
class WorkModel;
class Workspace;

/// Who worked how long with what: from the history, read again a moment after a change while it is seen.
class WorkPanel : public QWidget {
    Q_OBJECT

public:
    explicit WorkPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void follow();
    void read();
    void group();

    Workspace& workspace_;
    WorkModel* model_;
    QTreeView* view_;
    QLabel* total_;
    QCheckBox* by_[4];
    QTimer wait_;
};

}  // namespace protolabel::ui
