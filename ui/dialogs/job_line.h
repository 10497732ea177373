#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;

namespace protolabel::ui {

class Jobs;

/// The progress of one job within the dialog that started it, with a button that stops it; takes no room while none runs.
class JobLine : public QWidget {
    Q_OBJECT

public:
    explicit JobLine(Jobs& jobs, QWidget* parent = nullptr);

    void follow(int number);
    bool running() const { return number_ != 0; }
    void stop();

signals:
    void ended();  ///< however it ended

private:
    void show(int number);

    Jobs& jobs_;
    int number_ = 0;
    QLabel* title_;
    QProgressBar* bar_;
};

}  // namespace protolabel::ui
