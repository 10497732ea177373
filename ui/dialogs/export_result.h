#pragma once

#include <QWidget>

#include "core/workflow/export.h"

class QLabel;
class QTableWidget;
class QTextBrowser;

namespace protolabel::ui {

/// The files of an export, each with what was compared when it was read back.
class ExportResult : public QWidget {
    Q_OBJECT

public:
    explicit ExportResult(QWidget* parent = nullptr);

    void show(const workflow::ExportOutcome& outcome, const std::filesystem::path& folder);

signals:
    void closed();

private:
    void copyList();

    std::filesystem::path folder_;
    QLabel* summary_;
    QTableWidget* files_;
    QTextBrowser* notes_;
};

}  // namespace protolabel::ui
