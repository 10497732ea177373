#pragma once

#include <QDialog>
#include <filesystem>
#include <optional>

#include "core/workflow/mask_import.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace protolabel::ui {

class JobLine;
class MessageLine;
class Workspace;

/// Brings a mask drawn elsewhere onto a volume: which value of the file becomes which label, whether it lies on the volume's grid, and
/// what came of it. The import is one undo entry. The dialog closes with the project.
class MaskImportDialog : public QDialog {
    Q_OBJECT

public:
    MaskImportDialog(Workspace& workspace, const QString& file, QWidget* parent = nullptr);

signals:
    void inspected();  ///< the values are listed, or why they cannot be
    void imported();   ///< the result is shown

private:
    void inspect();
    void list(const workflow::MaskContents& contents);
    QComboBox* makeTargets(int value);
    workflow::MaskMapping mapping() const;
    void showGrid();
    void enable();
    void import();
    void showResult(const workflow::MaskImportOutcome& outcome);

    Workspace& workspace_;
    const std::filesystem::path file_;
    std::optional<workflow::MaskContents> contents_;
    QComboBox* volume_;
    MessageLine* grid_;
    QComboBox* otherGrid_;
    QTableWidget* values_;
    QCheckBox* replace_;
    JobLine* job_;
    MessageLine* message_;
    QPushButton* import_;
};

/// The volume that a mask file most likely belongs to, by the names "a_seg", "a-label", "label_a", ... for "a"; nothing when no name fits.
std::optional<int> guessVolume(const std::string& maskName, const std::vector<project::VolumeRecord>& volumes);

}  // namespace protolabel::ui
