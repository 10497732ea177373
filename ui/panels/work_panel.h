#pragma once

#include "ui/panels/history_table_panel.h"

class QCheckBox;
class QLabel;

namespace protolabel::ui {

class Commands;
class WorkModel;

/// Who worked how long with what.
class WorkPanel : public HistoryTablePanel {
    Q_OBJECT

public:
    explicit WorkPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

private:
    void read() override;
    void group();

    WorkModel* model_;
    QLabel* total_;
    QCheckBox* by_[4];
};

}  // namespace protolabel::ui
