#pragma once

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace protolabel::ui {

class Commands;
class Workspace;

/// The worker: whether it runs and where, what went wrong and what to do, its log. Annotation does not need it.
class EnginePanel : public QWidget {
    Q_OBJECT

public:
    explicit EnginePanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

private:
    void showState();
    void showLog();
    void measureCache();

    Workspace& workspace_;
    QLabel* state_;
    QLabel* device_;
    QLabel* precision_;
    QLabel* version_;
    QLabel* command_;
    QLabel* cache_;
    QPushButton* restart_;
    QPlainTextEdit* log_;
};

}  // namespace protolabel::ui
