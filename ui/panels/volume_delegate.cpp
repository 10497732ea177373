#include "ui/panels/volume_delegate.h"

#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QStyle>

#include "ui/models/volume_list_model.h"

namespace protolabel::ui {

static constexpr int kMargin = 5;
static constexpr int kMark = 10;  ///< room for the triangle
static constexpr int kBar = 4;

namespace {

struct Places {
    QRect mark, picture, name, details, bar;

    Places(const QRect& row, const QFontMetrics& metrics) {
        const QRect inner = row.adjusted(2, kMargin, -kMargin, -kMargin);
        mark = {inner.left(), inner.top(), kMark, inner.height()};
        picture = {mark.right() + 3, inner.top(), inner.height(), inner.height()};
        const int left = picture.right() + 8;
        const int width = inner.right() - left + 1;
        name = {left, inner.top(), width, metrics.height()};
        details = {left, name.bottom() + 1, width, metrics.height()};
        bar = {left, inner.bottom() - kBar, width, kBar};
    }
};

void drawPicture(QPainter* painter, const QRect& place, const QImage& picture, const QPalette& palette) {
    painter->fillRect(place, Qt::black);
    if (picture.isNull()) {
        painter->setPen(palette.color(QPalette::Mid));
        painter->drawRect(place.adjusted(0, 0, -1, -1));
        return;
    }
    QRect fitted(QPoint(), picture.size().scaled(place.size(), Qt::KeepAspectRatio));
    fitted.moveCenter(place.center());
    painter->drawImage(fitted, picture);
}

void drawBar(QPainter* painter, const QRect& place, double progress, const QColor& color) {
    QColor ground = color;
    ground.setAlphaF(0.25F);
    painter->fillRect(place, ground);
    painter->fillRect(QRectF(place.left(), place.top(), place.width() * progress, place.height()), color);
}

}  // namespace

void VolumeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    cell.icon = {};
    cell.features &= ~QStyleOptionViewItem::HasDecoration;
    option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

    const Places at(option.rect, option.fontMetrics);
    const QPalette& palette = option.palette;
    const bool chosen = (option.state & QStyle::State_Selected) != 0;
    const bool missing = index.data(VolumeListModel::MissingRole).toBool();
    const bool shown = index.data(VolumeListModel::ShownRole).toBool();
    const QColor strong = palette.color(chosen ? QPalette::HighlightedText : QPalette::Text);
    const QColor weak = chosen ? strong : palette.color(QPalette::PlaceholderText);

    painter->save();
    painter->setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    drawPicture(painter, at.picture, index.data(Qt::DecorationRole).value<QImage>(), palette);
    if (shown) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(strong);
        const QPointF middle = QRectF(at.mark).center();
        painter->drawPolygon(QPolygonF{middle + QPointF(-3, -5), middle + QPointF(4, 0), middle + QPointF(-3, 5)});
    }

    QStringList signs;
    if (missing) signs.append(tr("⚠ file missing"));
    if (index.data(VolumeListModel::FlaggedRole).toBool()) signs.append(tr("⚑ flagged"));
    const auto state = static_cast<VolumeState>(index.data(VolumeListModel::StateRole).toInt());
    const QString words = (state == VolumeState::Complete ? "✓ " : "") + volumeStateText(state);
    QStringList details{words};
    if (state != VolumeState::Untouched)
        details.append(tr("%1/%2 slices")
                           .arg(index.data(VolumeListModel::AnnotatedRole).toInt())
                           .arg(index.data(VolumeListModel::SlicesRole).toInt()));
    details.append(index.data(VolumeListModel::SizeRole).toString());
    if (!signs.isEmpty()) details = signs + details;

    QFont font = option.font;
    font.setBold(shown);
    painter->setFont(font);
    painter->setPen(missing && !chosen ? weak : strong);
    painter->drawText(at.name, Qt::AlignLeft | Qt::AlignVCenter,
                      QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, at.name.width()));
    painter->setFont(option.font);
    painter->setPen(weak);
    painter->drawText(at.details, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(details.join(" · "), Qt::ElideRight, at.details.width()));
    drawBar(painter, at.bar, index.data(VolumeListModel::ProgressRole).toDouble(),
            chosen ? strong : palette.color(QPalette::Highlight));
    painter->restore();
}

QSize VolumeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {180, 2 * option.fontMetrics.height() + kBar + 4 + 2 * kMargin};
}

void VolumeDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    const auto* field = qobject_cast<QLineEdit*>(editor);
    if (field == nullptr || !field->isModified()) QStyledItemDelegate::setEditorData(editor, index);
}

void VolumeDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex&) const {
    const QRect name = Places(option.rect, option.fontMetrics).name;
    editor->setGeometry(name.adjusted(-4, -3, 0, 5));
}

}  // namespace protolabel::ui
