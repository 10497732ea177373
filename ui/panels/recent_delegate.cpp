#include "ui/panels/recent_delegate.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include "ui/models/recent_projects_model.h"

namespace protolabel::ui {

static constexpr int kMargin = 8;

QRect RecentDelegate::cross(const QRect& row) {
    const int side = 22;
    return {row.right() - side - kMargin, row.center().y() - side / 2, side, side};
}

void RecentDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    const QStyle& style = *option.widget->style();
    style.drawControl(QStyle::CE_ItemViewItem, &cell, painter, option.widget);

    const bool present = index.data(RecentProjectsModel::PresentRole).toBool();
    const bool chosen = (option.state & QStyle::State_Selected) != 0;
    const auto group = present ? QPalette::Active : QPalette::Disabled;
    const QColor strong = option.palette.color(group, chosen && present ? QPalette::HighlightedText : QPalette::Text);
    const QColor weak = chosen && present ? strong
                                          : option.palette.color(present ? QPalette::Active : QPalette::Disabled,
                                                                 QPalette::PlaceholderText);
    QRect text = option.rect.adjusted(kMargin, kMargin / 2, -kMargin, -kMargin / 2);
    if (!present) text.setRight(cross(option.rect).left() - kMargin);
    const QRect upper(text.topLeft(), QSize(text.width(), text.height() / 2));
    const QRect lower(upper.bottomLeft(), upper.size());

    painter->save();
    QFont bold = option.font;
    bold.setBold(true);
    const QString when = index.data(RecentProjectsModel::LastUseRole).toString();
    const int whenWidth = option.fontMetrics.horizontalAdvance(when) + kMargin;
    painter->setPen(weak);
    painter->drawText(upper, Qt::AlignRight | Qt::AlignVCenter, when);
    painter->setFont(bold);
    painter->setPen(strong);
    painter->drawText(
        upper, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetrics(bold).elidedText(index.data().toString(), Qt::ElideMiddle, upper.width() - whenWidth));
    painter->setFont(option.font);
    painter->setPen(weak);
    const QString folder = index.data(RecentProjectsModel::FolderRole).toString();
    const QString below = present ? folder : tr("No longer in %1").arg(folder);
    painter->drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(below, Qt::ElideMiddle, lower.width()));
    painter->restore();
    if (!present)
        style.standardIcon(QStyle::SP_TitleBarCloseButton, nullptr, option.widget).paint(painter, cross(option.rect));
}

QSize RecentDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {240, 2 * option.fontMetrics.height() + 2 * kMargin};
}

bool RecentDelegate::editorEvent(QEvent* event, QAbstractItemModel*, const QStyleOptionViewItem& option,
                                 const QModelIndex& index) {
    if (event->type() != QEvent::MouseButtonRelease || index.data(RecentProjectsModel::PresentRole).toBool())
        return false;
    if (!cross(option.rect).contains(static_cast<QMouseEvent*>(event)->pos())) return false;
    emit forgetRequested(index);
    return true;
}

}  // namespace protolabel::ui
