#pragma once

#include <QAbstractTableModel>

namespace protolabel::ui {

class Commands;

/// The commands as a table: category and name, shortcuts (editable as text, "Ctrl+Z, Ctrl+Y"), default. A shortcut that another command has is
/// refused: setData returns false, and conflictOf says whose it is.
class ShortcutModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Command, Shortcuts, Default, kColumns };

    explicit ShortcutModel(Commands& commands, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    QString idAt(int row) const;
    /// Why `text` cannot be the shortcuts of the command in `row`: in words; empty when it can.
    QString objection(int row, const QString& text) const;

private:
    Commands& commands_;
};

}  // namespace protolabel::ui
