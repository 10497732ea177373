#pragma once

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QSpinBox;

namespace protolabel::ui {

class Workspace;

/// How proposals are made: the model, the supports per slice, and the options of the method, chosen for the user or by the user.
class ProposalOptions : public QWidget {
    Q_OBJECT

public:
    explicit ProposalOptions(Workspace& workspace, QWidget* parent = nullptr);

private:
    void makeRefining();
    void makeMethod();
    void connectFields();
    void followProject();
    void showModels();
    void showSettings();
    void takeSettings();
    void showChosen();

    Workspace& workspace_;
    QComboBox* model_;
    QCheckBox* own_;
    QSlider* alpha_;
    QLabel* alphaValue_;
    QSpinBox* regions_;
    QCheckBox* thresholdOwn_;
    QDoubleSpinBox* threshold_;
    QSpinBox* shots_;
    QCheckBox* blend_;
    QCheckBox* clean_;
    QCheckBox* range_;
    QCheckBox* snap_;
    QCheckBox* largest_;
    QCheckBox* everyVolume_;
    QCheckBox* finished_;
    QLabel* chosen_;
    QTimer settle_, recount_;
    bool showing_ = false;  ///< the widgets follow the settings, not the other way round
};

}  // namespace protolabel::ui
