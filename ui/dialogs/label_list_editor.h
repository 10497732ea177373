#pragma once

#include <QWidget>

#include "ui/dialogs/label_draft_model.h"

class QTableView;

namespace protolabel::ui {

/// A table of labels to edit, with buttons that add and remove rows and a list of presets to start from.
class LabelListEditor : public QWidget {
    Q_OBJECT

public:
    explicit LabelListEditor(QWidget* parent = nullptr);

    LabelDraftModel& model() { return *model_; }
    /// Ends the editing of a cell, so that the model has what is typed.
    void finishTyping();

signals:
    void changed();

private:
    void editColor(const QModelIndex& index);

    LabelDraftModel* model_;
    QTableView* table_;
};

}  // namespace protolabel::ui
