#include "ui/models/volume_filter.h"

#include <QLocale>

#include "ui/models/volume_list_model.h"

namespace protolabel::ui {

/// The locale "C" knows no order by numbers.
static QLocale orderOfNames() {
    return QLocale() == QLocale::c() ? QLocale(QLocale::English) : QLocale();
}

VolumeFilter::VolumeFilter(QObject* parent) : QSortFilterProxyModel(parent), collator_(orderOfNames()) {
    collator_.setNumericMode(true);
    collator_.setCaseSensitivity(Qt::CaseInsensitive);
    sort(0);
}

void VolumeFilter::setText(const QString& text) {
    words_ = text.split(' ', Qt::SkipEmptyParts);
    invalidateFilter();
}

void VolumeFilter::setWhich(Which which) {
    which_ = which;
    invalidateFilter();
}

void VolumeFilter::setOrder(Order order) {
    order_ = order;
    invalidate();
}

bool VolumeFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const auto volume = sourceModel()->index(row, 0, parent);
    const QString name = volume.data().toString();
    for (const QString& word : words_)
        if (!name.contains(word, Qt::CaseInsensitive)) return false;
    const auto state = static_cast<VolumeState>(volume.data(VolumeListModel::StateRole).toInt());
    switch (which_) {
        case Which::All: return true;
        case Which::Untouched: return state == VolumeState::Untouched;
        case Which::ToReview: return volume.data(VolumeListModel::ProposedRole).toBool();
        case Which::InWork: return state == VolumeState::InWork;
        case Which::Complete: return state == VolumeState::Complete;
        case Which::Flagged:
            return volume.data(VolumeListModel::FlaggedRole).toBool() ||
                   volume.data(VolumeListModel::FlaggedSliceRole).toBool();
        case Which::Missing: return volume.data(VolumeListModel::MissingRole).toBool();
    }
    return true;
}

bool VolumeFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto compare = [&](int role) { return left.data(role).toDouble() - right.data(role).toDouble(); };
    const double difference = order_ == Order::State      ? compare(VolumeListModel::StateRole)
                              : order_ == Order::Progress ? compare(VolumeListModel::ProgressRole)
                                                          : 0;
    if (difference != 0) return difference < 0;
    const int names = collator_.compare(left.data().toString(), right.data().toString());
    return names != 0 ? names < 0 : left.row() < right.row();
}

}  // namespace protolabel::ui
