#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include "core/workflow/training.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace protolabel::ui {

class Commands;
class LossCurve;
class Workspace;

/// Trains a model on the project's volumes, without any label: what, from what, where and how long; how it goes. A training that was stopped, or
/// whose program ended, goes on from its last checkpoint.
class TrainingPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrainingPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

    bool training() const { return job_ != 0; }
    workflow::TrainOptions options() const;  ///< as chosen

private:
    void addFields();
    void addModels();
    void chooseFile();
    void start(bool resume);
    void stop();
    void follow(int number);
    void end(int number);
    void showState();

    Workspace& workspace_;
    QWidget* fields_;
    QComboBox* method_;
    QComboBox* encoder_;
    QComboBox* initial_;
    QComboBox* device_;
    QComboBox* unit_;
    QSpinBox* budget_;
    QPushButton* start_;
    QPushButton* stop_;
    QPushButton* resume_;
    QProgressBar* bar_;
    QLabel* state_;
    LossCurve* curve_;
    QElapsedTimer sinceTrain_;
    std::int64_t firstDone_ = 0;
    int job_ = 0;
};

}  // namespace protolabel::ui
