#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

#include "core/base/id.h"

namespace protolabel::ui {

/// The volumes of a VolumeListModel whose names have all of some words and that are in a state, in an order. Names with numbers are sorted by them.
class VolumeFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Which { All, Untouched, ToReview, InWork, Complete, Flagged, Missing };
    enum class Order { Name, State, Progress };

    explicit VolumeFilter(QObject* parent = nullptr);

    void setText(const QString& text);
    void setWhich(Which which);
    void setOrder(Order order);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

private:
    QStringList words_;
    Which which_ = Which::All;
    Order order_ = Order::Name;
    QCollator collator_;
};

}  // namespace protolabel::ui
