#pragma once

#include <QStyledItemDelegate>

namespace protolabel::ui {

/// A colour (EditRole) as a swatch; a click or Space asks for another.
class SwatchDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

signals:
    void colorWanted(const QModelIndex& index);
};

/// A check state as one of two pictures of different shape; a click or Space changes it.
class ToggleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    ToggleDelegate(QString on, QString off, QObject* parent)
        : QStyledItemDelegate(parent), on_(std::move(on)), off_(std::move(off)) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    const QString on_, off_;  ///< of themedIcon
};

}  // namespace protolabel::ui
