#pragma once

#include <QDialog>

#include "core/workflow/export.h"

class QButtonGroup;
class QComboBox;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace protolabel::ui {

class ExportResult;
class JobLine;
class MessageLine;
class PathField;
class Workspace;

/// Writes label maps of the open project in a format of choice, asks before files are replaced, and shows what was written and read back.
/// The dialog closes with the project.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(Workspace& workspace, QWidget* parent = nullptr);

signals:
    void exported();  ///< the result is shown

private:
    QWidget* makeChoicePage();
    QWidget* makeFormats();
    void tickVolumes();  ///< as the choice says
    void ticked();       ///< by hand
    int tickedCount() const;
    QString problem() const;  ///< why this cannot be exported; empty when it can
    void check();
    void enable();
    workflow::ExportOptions options() const;
    void askAndRun();
    void run();
    project::ProjectStore& store() const;

    Workspace& workspace_;
    QStackedWidget* pages_;
    QButtonGroup* format_;
    QComboBox* what_;
    QComboBox* which_;
    QListWidget* volumes_;
    PathField* folder_;
    JobLine* job_;
    MessageLine* message_;
    QPushButton* export_;
    ExportResult* result_;
};

}  // namespace protolabel::ui
