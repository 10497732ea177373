#pragma once

#include <QAbstractTableModel>
#include <algorithm>
#include <vector>

namespace protolabel::ui {

/// A table over a list of values that are ascending in `Key` (a callable: row -> ordered value). The list is replaced as a whole; views hear of
/// rows that came, went or changed, so that selection and scrolling stay. UI thread.
template <class Row, class Key>
class RowsModel : public QAbstractTableModel {
public:
    int rowCount(const QModelIndex& parent = {}) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows_.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : columns_; }

protected:
    RowsModel(int columns, QObject* parent) : QAbstractTableModel(parent), columns_(columns) {}

    const std::vector<Row>& rows() const { return rows_; }
    const Row& row(int at) const { return rows_[static_cast<std::size_t>(at)]; }
    Row& row(int at) { return rows_[static_cast<std::size_t>(at)]; }

    /// -1 when there is none.
    template <class Value>
    int find(const Value& key) const {
        const auto at = std::lower_bound(rows_.begin(), rows_.end(), key,
                                         [](const Row& row, const Value& value) { return Key()(row) < value; });
        return at == rows_.end() || key < Key()(*at) ? -1 : static_cast<int>(at - rows_.begin());
    }

    void setRows(const std::vector<Row>& wanted) {
        std::size_t at = 0;
        for (std::size_t next = 0; next < wanted.size() || at < rows_.size();) {
            std::size_t gone = at;
            while (gone < rows_.size() && (next == wanted.size() || Key()(rows_[gone]) < Key()(wanted[next]))) ++gone;
            if (gone > at) erase(at, gone);
            std::size_t come = next;
            while (come < wanted.size() && (at == rows_.size() || Key()(wanted[come]) < Key()(rows_[at]))) ++come;
            if (come > next) insert(at, {wanted.begin() + signedOf(next), wanted.begin() + signedOf(come)});
            at += come - next;
            next = come;
            const std::size_t first = at;
            while (at < rows_.size() && next < wanted.size() && Key()(rows_[at]) == Key()(wanted[next]))
                rows_[at++] = wanted[next++];
            if (at > first) changed(static_cast<int>(first), static_cast<int>(at - 1));
        }
    }
    void changed(int first, int last) { emit dataChanged(index(first, 0), index(last, columns_ - 1)); }

private:
    static std::ptrdiff_t signedOf(std::size_t at) { return static_cast<std::ptrdiff_t>(at); }

    void erase(std::size_t first, std::size_t end) {
        beginRemoveRows({}, static_cast<int>(first), static_cast<int>(end - 1));
        rows_.erase(rows_.begin() + signedOf(first), rows_.begin() + signedOf(end));
        endRemoveRows();
    }
    void insert(std::size_t at, const std::vector<Row>& more) {
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at + more.size() - 1));
        rows_.insert(rows_.begin() + signedOf(at), more.begin(), more.end());
        endInsertRows();
    }

    const int columns_;
    std::vector<Row> rows_;
};

/// Keys of rows that are records with an `id`, or numbered.
struct ById {
    template <class Row>
    auto operator()(const Row& row) const {
        return row.id;
    }
};

}  // namespace protolabel::ui
