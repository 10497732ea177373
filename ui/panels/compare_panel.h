#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QSlider;
class QSpinBox;
class QTreeView;

namespace protolabel::ui {

class AgreementModel;
class Commands;
class DisagreementModel;
class Workspace;

/// Another annotator's project beside the open one: opens it, or takes it dropped, shows how far the two agree, and decides where they do not.
class ComparePanel : public QWidget {
    Q_OBJECT

public:
    explicit ComparePanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QLayout* makeHead(Commands& commands);
    QLayout* makeLayer(Commands& commands);
    QLayout* makeTitle(Commands& commands);
    QLayout* makeListTitle();
    QWidget* makeButtons(Commands& commands);
    void showProject();
    void showFigures();
    void showCurrent();
    void showLegend();
    bool allVolumes() const;

    Workspace& workspace_;
    AgreementModel* agreement_;
    DisagreementModel* disagreements_;
    QLabel *name_, *note_, *legend_, *skipped_, *listTitle_;
    QSlider* opacity_;
    QComboBox* which_;
    QSpinBox* smallest_;
    QTreeView *figures_, *list_;
    QWidget* content_;
};

}  // namespace protolabel::ui
