#pragma once

#include <QStyledItemDelegate>

namespace protolabel::ui {

/// A recent project in two lines: its name and when it was used; its folder, or that the file is gone, with a cross that takes it off the list.
class RecentDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

    /// Where the cross of a missing project is in its row.
    static QRect cross(const QRect& row);

signals:
    void forgetRequested(const QModelIndex& index);
};

}  // namespace protolabel::ui
