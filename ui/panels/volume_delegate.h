#pragma once

#include <QStyledItemDelegate>

namespace protolabel::ui {

/// A volume of VolumeListModel: thumbnail, name, size and state in words, a bar of annotated slices; a triangle marks the one that is shown, a flag
/// and a warning sign what they say.
class VolumeDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Leaves alone what is typed: a thumbnail or count may come meanwhile.
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
};

}  // namespace protolabel::ui
