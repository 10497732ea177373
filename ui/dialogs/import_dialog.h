#pragma once

#include <QDialog>
#include <functional>

#include "core/workflow/import.h"

class QLabel;
class QPushButton;
class QStackedWidget;
class QTableView;
class QTextBrowser;

namespace protolabel::ui {

class FoundVolumesModel;
class JobLine;
class MessageLine;
class SlicePreview;
class Workspace;

/// Lists the images in files and folders (DICOM series, too), imports those that are ticked as one undo entry, and shows what came of it.
/// A project must be open and writable; the dialog closes with it.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    ImportDialog(Workspace& workspace, const QStringList& paths, QWidget* parent = nullptr);

signals:
    void searched();  ///< all that is there is listed
    void imported();  ///< the result is shown
    void maskWanted(const QString& file);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeListPage();
    QWidget* makeResultPage();
    void search(const QStringList& paths);
    void showCurrent();
    void updateButtons();
    void import();
    void showResult(const workflow::ImportOutcome& outcome);

    Workspace& workspace_;
    FoundVolumesModel* model_;
    QStackedWidget* pages_;
    QTableView* table_;
    SlicePreview* preview_;
    QLabel* details_;
    QPushButton* mask_;
    JobLine* job_;
    MessageLine* message_;
    QPushButton* import_;
    QTextBrowser* result_;
};

/// Makes an ImportDialog that goes when it is closed, and shows it. What looks like a mask is handed on to a MaskImportDialog on request.
ImportDialog* openImport(Workspace& workspace, const QStringList& paths, QWidget* parent);

enum class ImportKind { Files, Folder };
/// Asks for images, or for a folder with images, by a file dialog of `parent`, which must not be null.
void chooseImages(Workspace& workspace, QWidget* parent, ImportKind kind,
                  const std::function<void(const QStringList& paths)>& chosen);

}  // namespace protolabel::ui
