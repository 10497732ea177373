#pragma once

#include <QIcon>
#include <QStyledItemDelegate>
#include <functional>

namespace protolabel::ui {

/// Rows with some air; cells of one column get an icon made when they are painted, in the colours of the theme of that moment.
class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using IconOf = std::function<QIcon(const QModelIndex& index)>;

    explicit RowDelegate(QObject* parent, IconOf iconOf = {})
        : QStyledItemDelegate(parent), iconOf_(std::move(iconOf)) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(0, 6);
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        if (!iconOf_) return;
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(16, 16);
        option->icon = iconOf_(index);
    }

private:
    const IconOf iconOf_;
};

}  // namespace protolabel::ui
