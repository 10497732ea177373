#pragma once

#include <QTimer>
#include <QWidget>
#include <optional>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSlider;
class QSpinBox;
class QTreeWidget;

namespace protolabel::ui {

class Commands;
class Workspace;

/// How proposals are made, and what is proposed on the shown volume: per label how many slices, how sure the model is, and whether they
/// are far from every support.
class ProposalPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProposalPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

    /// Proposals farther from their supports than this are worth a warning: engine::SlicePrediction::distance, 1 - cosine.
    static constexpr double kFar = 0.3;

private:
    QWidget* makeOptions();
    QWidget* makeButtons(Commands& commands);
    void followProject();
    void showModels();
    void showSettings();
    void takeSettings();
    void showCounts();
    void showState();

    Workspace& workspace_;
    QComboBox* model_;
    QCheckBox* own_;
    QSlider* alpha_;
    QLabel* alphaValue_;
    QSpinBox* regions_;
    QCheckBox* thresholdOwn_;
    QDoubleSpinBox* threshold_;
    QSpinBox* shots_;
    QCheckBox* largest_;
    QCheckBox* everyVolume_;
    QLabel* chosen_;
    QLabel* state_;
    QLabel* warning_;
    QTreeWidget* counts_;
    QTimer recount_, settle_;
    bool showing_ = false;  ///< the widgets follow the settings, not the other way round
};

}  // namespace protolabel::ui
