#pragma once

#include "ui/panels/history_table_panel.h"

class QSplitter;

namespace protolabel::ui {

class Commands;
class ReviewChart;
class ReviewWorkModel;

/// How well the proposals served over time, as a chart and as a table.
class ReviewWorkPanel : public HistoryTablePanel {
    Q_OBJECT

public:
    explicit ReviewWorkPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void read() override;

    ReviewWorkModel* model_;
    ReviewChart* chart_;
    QSplitter* split_;  ///< side by side where there is more width than height
};

}  // namespace protolabel::ui
