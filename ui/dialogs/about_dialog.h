#pragma once

#include <QDialog>

#include "ui/session/workspace.h"

class QTableWidget;

namespace protolabel::ui {

/// Versions and licence. `libraries` are names and versions that only other layers know ("VTK", "9.1.0"); Qt's own and, once the worker
/// answers, LibTorch's are added here.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    AboutDialog(Workspace& workspace, const QString& version, const Workspace::Versions& libraries,
                QWidget* parent = nullptr);

signals:
    void workerAnswered();  ///< or failed to

private:
    void add(const QString& what, const QString& version);
    void askWorker();
    void showWorker();
    QString asText() const;

    Workspace& workspace_;
    QTableWidget* table_;
    int worker_ = 0;  ///< its row
};

}  // namespace protolabel::ui
