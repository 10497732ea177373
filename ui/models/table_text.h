#pragma once

#include <QModelIndexList>
#include <QString>

class QAbstractItemModel;

namespace protolabel::ui {

/// What a table shows, as RFC 4180 CSV with a line of headings. Cells are the EditRole: numbers with a decimal point in every language.
QString toCsv(const QAbstractItemModel& model);

/// The rows of `indexes` (all when empty) as tab-separated text with the headings, as spreadsheets paste it.
QString toTabbed(const QAbstractItemModel& model, const QModelIndexList& indexes = {});

}  // namespace protolabel::ui
