#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace protolabel::ui {

class JobLine;
class MessageLine;
class Workspace;

/// The command that starts the engine, and whether it answers.
class EnginePage : public QWidget {
    Q_OBJECT

public:
    explicit EnginePage(Workspace& workspace, QWidget* parent = nullptr);

signals:
    void tested();

private:
    void store();
    void test();
    void showAnswer();

    Workspace& workspace_;
    QLineEdit* command_;
    QPushButton* test_;
    JobLine* job_;
    MessageLine* message_;
};

}  // namespace protolabel::ui
