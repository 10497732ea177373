#pragma once

#include <QWidget>

#include "ui/dialogs/label_draft_model.h"

class QPushButton;
class QTableView;

namespace protolabel::ui {

class MessageLine;
class Preferences;

/// A table of labels to edit, with buttons that add and remove rows, and presets and label tables of other programs to start from.
class LabelListEditor : public QWidget {
    Q_OBJECT

public:
    explicit LabelListEditor(Preferences& preferences, QWidget* parent = nullptr);

    LabelDraftModel& model() { return *model_; }
    /// Ends the editing of a cell, so that the model has what is typed.
    void finishTyping();

signals:
    void changed();

private:
    QPushButton* makePresets(Preferences& preferences);
    void readTable(const QString& file);
    void editColor(const QModelIndex& index);

    LabelDraftModel* model_;
    QTableView* table_;
    MessageLine* message_;  ///< about a table that was read
};

}  // namespace protolabel::ui
