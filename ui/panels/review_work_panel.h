#pragma once

#include <QTimer>
#include <QWidget>

class QSplitter;
class QTreeView;

namespace protolabel::ui {

class Commands;
class ReviewChart;
class ReviewWorkModel;
class Workspace;

/// How well the proposals served over time, as a chart and as a table: from the history, read again a moment after a change while it is seen.
class ReviewWorkPanel : public QWidget {
    Q_OBJECT

public:
    explicit ReviewWorkPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void follow();
    void read();

    Workspace& workspace_;
    ReviewWorkModel* model_;
    QTreeView* view_;
    ReviewChart* chart_;
    QSplitter* split_;  ///< side by side where there is more width than height
    QTimer wait_;
};

}  // namespace protolabel::ui
