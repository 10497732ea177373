#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace protolabel::ui {

class Commands;
class LossCurve;
class TrainingFields;
class Workspace;

/// Trains a model on the project's volumes: how, how it goes (progress, loss, a slice segmented again from time to time), and what came of it. A
/// training that was paused, or whose program ended, goes on from where it was.
class TrainingPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrainingPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

private:
    QWidget* makeButtons();
    void start();
    void showState();
    void showPreview();

    Workspace& workspace_;
    TrainingFields* fields_;
    QPushButton* start_;
    QPushButton* pause_;
    QPushButton* resume_;
    QPushButton* stop_;
    QCheckBox* goOn_;
    QProgressBar* bar_;
    QLabel* state_;
    LossCurve* curve_;
    QLabel* preview_;
    QLabel* previewText_;
};

}  // namespace protolabel::ui
