#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QToolButton;

namespace protolabel::ui {

class Jobs;

/// In the status bar: the job that runs, how far it is, a button to stop it, and how many others run. Hidden when there is none.
class JobIndicator : public QWidget {
    Q_OBJECT

public:
    explicit JobIndicator(Jobs& jobs, QWidget* parent = nullptr);

signals:
    void listWanted();  ///< clicked

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void refresh();

    Jobs& jobs_;
    int shown_ = 0;
    QLabel* title_;
    QProgressBar* bar_;
    QToolButton* stop_;
};

}  // namespace protolabel::ui
