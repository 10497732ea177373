#pragma once

#include <QWidget>

class QSortFilterProxyModel;
class QTableView;

namespace protolabel::ui {

class Commands;
class MessageLine;
class ShortcutModel;

/// All commands with their shortcuts: found by typing, rebound by pressing the keys, refused with a reason where another command has them.
class ShortcutsPage : public QWidget {
    Q_OBJECT

public:
    explicit ShortcutsPage(Commands& commands, QWidget* parent = nullptr);

private:
    int currentRow() const;  ///< of the model; -1 when none is chosen

    Commands& commands_;
    ShortcutModel* model_;
    QSortFilterProxyModel* filtered_;
    QTableView* table_;
    MessageLine* message_;
};

}  // namespace protolabel::ui
