#pragma once

#include <QDialog>

#include "core/project/relink.h"

class QCheckBox;
class QPushButton;
class QTableWidget;

namespace protolabel::ui {

class JobLine;
class MessageLine;
class PathField;
class Workspace;

/// Lists the volumes whose files are missing, looks for them in a folder, shows how each was found, and stores the new places as one undo
/// entry. The dialog closes with the project.
class RelinkDialog : public QDialog {
    Q_OBJECT

public:
    explicit RelinkDialog(Workspace& workspace, QWidget* parent = nullptr);

signals:
    void searched();

private:
    void list(std::vector<project::MissingVolume> missing);
    std::vector<project::MissingVolume> missingNow() const;
    void search();
    void apply();
    void enable();

    Workspace& workspace_;
    std::vector<project::MissingVolume> missing_;
    QTableWidget* table_;
    PathField* folder_;
    QCheckBox* renamed_;
    JobLine* job_;
    MessageLine* message_;
    QPushButton* search_;
    QPushButton* apply_;
};

}  // namespace protolabel::ui
