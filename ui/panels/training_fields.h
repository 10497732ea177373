#pragma once

#include <QWidget>

#include "core/workflow/training.h"

class QCheckBox;
class QComboBox;
class QListWidget;
class QSpinBox;

namespace protolabel::ui {

class Workspace;

/// How a model is to be trained: method, encoder, what it starts from, what it learns from, where and how long.
class TrainingFields : public QWidget {
    Q_OBJECT

public:
    explicit TrainingFields(Workspace& workspace, QWidget* parent = nullptr);

    bool complete() const;  ///< not while volumes are to be chosen and none is
    workflow::TrainOptions options() const;
    std::string device() const;

private:
    void addRows();
    void followProject();
    void showModels();
    void showVolumes();
    void showDevices();
    void chooseFile();

    Workspace& workspace_;
    QComboBox* method_;
    QComboBox* encoder_;
    QComboBox* initial_;
    QComboBox* data_;
    QListWidget* volumes_;
    QCheckBox* labels_;
    QCheckBox* supervoxels_;
    QComboBox* device_;
    QComboBox* unit_;
    QSpinBox* budget_;
    QStringList files_;  ///< of weights, chosen so far
};

}  // namespace protolabel::ui
