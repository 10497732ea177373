#include "ui/models/review_model.h"

#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

QString reviewStateText(project::ReviewState state) {
    using project::ReviewState;
    switch (state) {
        case ReviewState::Untouched: return tr("untouched");
        case ReviewState::Proposed: return tr("proposed");
        case ReviewState::Corrected: return tr("corrected");
        case ReviewState::Accepted: return tr("accepted");
        case ReviewState::Flagged: return tr("flagged");
        case ReviewState::Confirmed: return tr("confirmed");
    }
    return {};
}

QString reasonText(review::Reason reason) {
    using review::Reason;
    switch (reason) {
        case Reason::None: return {};
        case Reason::Flagged: return tr("flagged");
        case Reason::Commented: return tr("commented");
        case Reason::Far: return tr("far from every support");
        case Reason::Unsure: return tr("the model is unsure");
        case Reason::OddSize: return tr("size unlike its neighbours");
        case Reason::LargeShare: return tr("large part of the object");
        case Reason::Routine: return tr("looks right");
    }
    return {};
}

ReviewModel::ReviewModel(Workspace& workspace, QObject* parent) : QAbstractTableModel(parent), workspace_(workspace) {}

void ReviewModel::refresh() {
    std::vector<review::Place> fresh;
    workspace_.notices().guard([&] { fresh = workspace_.review().places(); });
    beginResetModel();
    places_ = std::move(fresh);
    endResetModel();
}

int ReviewModel::rowOf(VolumeId volume, int slice) const {
    for (std::size_t i = 0; i < places_.size(); ++i)
        if (places_[i].volume == volume && places_[i].slice == slice) return static_cast<int>(i);
    return -1;
}

int ReviewModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(places_.size());
}

int ReviewModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString ReviewModel::namesOf(const review::Place& place) const {
    QStringList names;
    for (const auto id : place.labels)
        if (const auto* label = workspace_.project()->label(id)) names.append(QString::fromStdString(label->name));
    return names.join(", ");
}

QVariant ReviewModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || workspace_.project() == nullptr) return {};
    const auto& place = at(index.row());
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == Slice || index.column() == Sure ? Qt::AlignRight : Qt::AlignLeft) |
                   Qt::AlignVCenter);
    const auto* volume = workspace_.project()->volume(place.volume);
    const QString name = volume != nullptr ? QString::fromStdString(volume->name) : QString();
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole) {
        QString text =
            tr("%1, slice %2: %3, %4").arg(name).arg(place.slice).arg(namesOf(place), reviewStateText(place.state));
        if (place.proposed)
            text += "\n" +
                    tr("Making it right would raise the volume's Dice by about %1 %").arg(100 * place.gain, 0, 'f', 1);
        return text;
    }
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case Volume: return name;
        case Slice: return place.slice;
        case Labels: return namesOf(place);
        case State: return reviewStateText(place.state);
        case Sure: return place.proposed ? tr("%1 %").arg(qRound(100 * place.confidence)) : QString();
        default: return reasonText(place.why);
    }
}

QVariant ReviewModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Slice || section == Sure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && section == Sure) return tr("Confidence of the model; of several labels the least");
    if (role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Volume"), tr("Slice"), tr("Sure"), tr("Why"), tr("Labels"), tr("State")};
    return titles[section];
}

}  // namespace protolabel::ui
