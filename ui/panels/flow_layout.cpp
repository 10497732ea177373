#include "ui/panels/flow_layout.h"

#include <algorithm>

namespace protolabel::ui {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
    setContentsMargins({});
}

void FlowLayout::addItem(QLayoutItem* item) {
    items_.emplace_back(item);
}

int FlowLayout::count() const {
    return static_cast<int>(items_.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (itemAt(index) == nullptr) return nullptr;
    QLayoutItem* taken = items_[static_cast<std::size_t>(index)].release();
    items_.erase(items_.begin() + index);
    return taken;
}

QSize FlowLayout::sizeHint() const {
    QSize size(0, 0);
    for (const auto& item : items_) {
        const QSize hint = item->sizeHint();
        if (size.width() > 0) size.rwidth() += spacing();
        size = {size.width() + hint.width(), std::max(size.height(), hint.height())};
    }
    return size.grownBy(contentsMargins());
}

QSize FlowLayout::minimumSize() const {
    QSize size(0, 0);
    for (const auto& item : items_) size = size.expandedTo(item->sizeHint());
    return size.grownBy(contentsMargins());
}

int FlowLayout::heightForWidth(int width) const {
    return arrange({0, 0, width, 0}, false);
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect& whole, bool apply) const {
    const QRect rect = whole.marginsRemoved(contentsMargins());
    int top = 0;
    for (std::size_t first = 0; first < items_.size();) {
        int width = 0, height = 0;
        std::size_t end = first;
        for (; end < items_.size(); ++end) {
            const QSize hint = items_[end]->sizeHint();
            const int wider = end == first ? hint.width() : width + spacing() + hint.width();
            if (end > first && wider > rect.width()) break;
            width = wider;
            height = std::max(height, hint.height());
        }
        if (first > 0) top += spacing();
        for (int left = 0; apply && first < end; ++first) {
            const QSize hint = items_[first]->sizeHint();
            items_[first]->setGeometry(
                {QPoint(rect.left() + left, rect.top() + top + (height - hint.height()) / 2), hint});
            left += hint.width() + spacing();
        }
        first = end;
        top += height;
    }
    return top + whole.height() - rect.height();
}

}  // namespace protolabel::ui
