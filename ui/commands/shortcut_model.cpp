#include "ui/commands/shortcut_model.h"

#include <algorithm>

#include "ui/commands/commands.h"

namespace protolabel::ui {

static QString joined(const QList<QKeySequence>& all) {
    return QKeySequence::listToString(all, QKeySequence::NativeText);
}

ShortcutModel::ShortcutModel(Commands& commands, QObject* parent) : QAbstractTableModel(parent), commands_(commands) {
    connect(&commands, &Commands::shortcutsChanged, this, [this](const QString& id) {
        const auto& ids = commands_.ids();
        const int row = static_cast<int>(std::find(ids.begin(), ids.end(), id) - ids.begin());
        emit dataChanged(index(row, 0), index(row, kColumns - 1));
    });
}

int ShortcutModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(commands_.ids().size());
}

int ShortcutModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString ShortcutModel::idAt(int row) const {
    return commands_.ids().at(static_cast<std::size_t>(row));
}

QVariant ShortcutModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const QString id = idAt(index.row());
    const CommandInfo& info = commands_.info(id);
    if (role == Qt::ToolTipRole) return info.help;
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    switch (index.column()) {
        case Command: return info.category + ": " + QString(info.text).remove('&');
        case Shortcuts: return joined(commands_.shortcuts(id));
        default: return joined(info.shortcuts);
    }
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Command ? tr("Command") : section == Shortcuts ? tr("Shortcut") : tr("Default");
}

Qt::ItemFlags ShortcutModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    if (index.isValid() && index.column() == Shortcuts) flags |= Qt::ItemIsEditable;
    return flags;
}

static QList<QKeySequence> parsed(const QString& text) {
    QList<QKeySequence> all;
    for (const auto& one : QKeySequence::listFromString(text.trimmed(), QKeySequence::NativeText))
        if (!one.isEmpty()) all.append(one);
    return all;
}

QString ShortcutModel::objection(int row, const QString& text) const {
    if (!text.trimmed().isEmpty() && parsed(text).isEmpty()) return tr("\"%1\" is no key").arg(text);
    for (const QKeySequence& one : parsed(text)) {
        for (int i = 0; i < one.count(); ++i)
            if (one[static_cast<uint>(i)].key() == Qt::Key_unknown) return tr("\"%1\" is no key").arg(text);
        const QString other = commands_.conflict(idAt(row), one);
        if (!other.isEmpty())
            return tr("%1 is the shortcut of \"%2\"")
                .arg(one.toString(QKeySequence::NativeText), QString(commands_.info(other).text).remove('&'));
    }
    return {};
}

bool ShortcutModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) || index.column() != Shortcuts)
        return false;
    if (!objection(index.row(), value.toString()).isEmpty()) return false;
    commands_.setShortcuts(idAt(index.row()), parsed(value.toString()));
    return true;
}

}  // namespace protolabel::ui
