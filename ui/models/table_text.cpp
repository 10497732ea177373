#include "ui/models/table_text.h"

#include <QAbstractItemModel>
#include <QStringList>
#include <set>

namespace protolabel::ui {

static QString quoted(QString cell) {
    if (!cell.contains('"') && !cell.contains(',') && !cell.contains('\n') && !cell.contains('\r')) return cell;
    return '"' + cell.replace("\"", "\"\"") + '"';
}

static QString unbroken(QString cell) {
    return cell.replace('\t', ' ').replace('\n', ' ');
}

static QString joined(const QAbstractItemModel& model, const std::set<int>& rows, const QString& separator,
                      const QString& lineEnd, QString (*clean)(QString)) {
    QString text;
    const auto line = [&](const auto& cellAt) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) cells.append(clean(cellAt(column)));
        text += cells.join(separator) + lineEnd;
    };
    line([&](int column) { return model.headerData(column, Qt::Horizontal).toString(); });
    for (const int row : rows) line([&](int column) { return model.index(row, column).data(Qt::EditRole).toString(); });
    return text;
}

static std::set<int> allRows(const QAbstractItemModel& model) {
    std::set<int> rows;
    for (int row = 0; row < model.rowCount(); ++row) rows.insert(rows.end(), row);
    return rows;
}

QString toCsv(const QAbstractItemModel& model) {
    return joined(model, allRows(model), ",", "\r\n", quoted);
}

QString toTabbed(const QAbstractItemModel& model, const QModelIndexList& indexes) {
    std::set<int> rows;
    for (const auto& index : indexes) rows.insert(index.row());
    return joined(model, rows.empty() ? allRows(model) : rows, "\t", "\n", unbroken);
}

}  // namespace protolabel::ui
