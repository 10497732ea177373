#pragma once

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <deque>

#include "ui/session/notices.h"

namespace protolabel::ui {

/// The messages kept by Notices, oldest first.
class NoticeModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { When, Kind, Text, kColumns };
    enum Role { SeverityRole = Qt::UserRole };

    explicit NoticeModel(Notices& notices, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void append(const Notice& notice);

    std::deque<Notice> rows_;
};

/// Those of at least a severity whose text has some words.
class NoticeFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLeast(Severity severity);
    void setText(const QString& text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    Severity least_ = Severity::Information;
    QString text_;
};

QString severityText(Severity severity);

}  // namespace protolabel::ui
