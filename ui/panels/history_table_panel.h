#pragma once

#include <QTimer>
#include <QWidget>

class QAbstractItemModel;
class QPushButton;
class QTreeView;

namespace protolabel::ui {

class Workspace;

/// A table of what the history says, that can be sorted and exported: read again a moment after a change while it is seen.
class HistoryTablePanel : public QWidget {
    Q_OBJECT

protected:
    HistoryTablePanel(Workspace& workspace, QWidget* parent);

    virtual void read() = 0;  ///< from the project, which may be none; may throw
    /// `name`: of the object.
    QTreeView* makeView(QAbstractItemModel& model, const char* name, int sortedBy, Qt::SortOrder order);
    /// Writes the view as CSV; `pattern` makes the file's name of the project's: "%1_work".
    QPushButton* makeExport(const char* name, const QString& tip, const QString& pattern);

    void showEvent(QShowEvent* event) override;

    Workspace& workspace_;
    QTreeView* view_ = nullptr;

private:
    void refresh();

    QTimer wait_;
};

}  // namespace protolabel::ui
