#pragma once

#include <QTimer>
#include <QWidget>

class QFormLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace protolabel::ui {

class Commands;
class Workspace;

/// The worker: whether it runs and where, what it holds and has to do, what went wrong and what to do, its log. Annotation does not need it.
class EnginePanel : public QWidget {
    Q_OBJECT

public:
    explicit EnginePanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLabel* addLine(QFormLayout& form, const QString& text, const char* name);
    void showState();
    void showStatus();
    void showLog();

    Workspace& workspace_;
    QTimer ask_;  ///< what the worker holds, a while after it has worked
    QLabel* state_;
    QLabel* device_;
    QLabel* precision_;
    QLabel* version_;
    QLabel* command_;
    QLabel* queue_;
    QLabel* cache_;
    QLabel* tested_;
    QPushButton* test_;
    QPushButton* restart_;
    QPushButton* clear_;
    QPlainTextEdit* log_;
};

}  // namespace protolabel::ui
