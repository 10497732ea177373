#pragma once

#include <QDialog>
#include <QTimer>

#include "core/project/operations.h"

class QComboBox;
class QDialogButtonBox;
class QDoubleSpinBox;
class QLabel;
class QRadioButton;
class QSpinBox;

namespace protolabel::ui {

class Workspace;

/// Accepts proposals of the shown volume: which slices and labels, how sure the model must be, and what becomes of voxels that have another
/// label. What would happen is counted before.
class AcceptDialog : public QDialog {
    Q_OBJECT

public:
    AcceptDialog(Workspace& workspace, int slice, QWidget* parent);

private:
    QWidget* makeFields(int slice);
    project::AcceptFilter filter() const;
    void count();
    void take();

    Workspace& workspace_;
    const VolumeId volume_;
    QSpinBox *first_, *last_;
    QComboBox* label_;
    QDoubleSpinBox* confidence_;
    QRadioButton *keep_, *replace_;
    QLabel* counted_;
    QDialogButtonBox* buttons_;
    QTimer soon_;
};

}  // namespace protolabel::ui
