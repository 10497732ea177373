#pragma once

#include <QStyledItemDelegate>

namespace protolabel::ui {

/// Draws a fraction (0..1, in `role`) as a progress bar with the cell's text in it; a busy one where the role is empty and `busyRole` true.
class ProgressDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    ProgressDelegate(int role, int busyRole, QObject* parent)
        : QStyledItemDelegate(parent), role_(role), busyRole_(busyRole) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const int role_, busyRole_;
};

}  // namespace protolabel::ui
