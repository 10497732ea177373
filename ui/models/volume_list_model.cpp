#include "ui/models/volume_list_model.h"

#include <QLocale>

#include "core/workflow/volumes.h"
#include "ui/models/thumbnail_maker.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kRecountMs = 150;               // a stroke is on screen before its slices are counted
static constexpr auto kFewVolumes = std::size_t{4};  // counted at once rather than in a job

QString volumeStateText(VolumeState state) {
    switch (state) {
        case VolumeState::Untouched: return VolumeListModel::tr("untouched");
        case VolumeState::InWork: return VolumeListModel::tr("in work");
        case VolumeState::Complete: break;
    }
    return VolumeListModel::tr("complete");
}

VolumeState VolumeRow::state() const {
    if (complete) return VolumeState::Complete;
    return counts.annotatedSlices > 0 || !counts.states.empty() ? VolumeState::InWork : VolumeState::Untouched;
}

int VolumeRow::slices() const {
    return static_cast<int>(record.geometry.size[static_cast<std::size_t>(record.sliceAxis)]);
}

VolumeListModel::VolumeListModel(Workspace& workspace, QObject* parent)
    : RowsModel(1, parent), workspace_(workspace), thumbnails_(new ThumbnailMaker(workspace.jobs(), this)) {
    recount_.setSingleShot(true);
    recount_.setInterval(kRecountMs);
    connect(&recount_, &QTimer::timeout, this, &VolumeListModel::countChanged);
    connect(&workspace, &Workspace::projectChanged, this, &VolumeListModel::follow);
    connect(&workspace, &Workspace::edited, this, &VolumeListModel::take);
    connect(&workspace, &Workspace::shownChanged, this, &VolumeListModel::showShown);
    connect(thumbnails_, &ThumbnailMaker::made, this, [this](VolumeId id) {
        if (const int at = find(id); at >= 0) emit dataChanged(index(at, 0), index(at, 0), {Qt::DecorationRole});
    });
    follow();
}

void VolumeListModel::follow() {
    recount_.stop();
    stale_.clear();
    thumbnails_->forgetWishes();
    setRows({});
    if (workspace_.project() != nullptr) {
        setRecords();
        setMarks();
        countAll();
    }
    showShown();
}

void VolumeListModel::take(const project::Changes& changes) {
    if (changes.volumes) {
        setRecords();
        countAll();  // files may be there again
    }
    if (changes.settings || changes.volumes) setMarks();
    for (const auto* slices : {&changes.annotation, &changes.proposals, &changes.states})
        for (const auto& [volume, which] : *slices) stale_.insert(volume);
    changedWhileCounting_.insert(stale_.begin(), stale_.end());
    if (!stale_.empty() && !recount_.isActive()) recount_.start();
}

void VolumeListModel::setRecords() {
    std::vector<VolumeRow> wanted;
    for (const auto& record : workspace_.project()->volumes()) {
        VolumeRow volume;
        if (const int old = find(record.id); old >= 0) volume = row(old);
        volume.id = record.id;
        volume.record = record;
        wanted.push_back(std::move(volume));
    }
    std::sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    setRows(wanted);
}

void VolumeListModel::setMarks() {
    if (rows().empty()) return;
    const auto marks = workflow::volumeMarks(workspace_.project()->store());
    for (int at = 0; at < rowCount(); ++at) {
        row(at).complete = marks.complete.count(row(at).id) != 0;
        row(at).flagged = marks.flagged.count(row(at).id) != 0;
    }
    changed(0, rowCount() - 1);
    emit statesChanged();
}

/// All volumes, in a job: files on a network share may take their time to answer.
void VolumeListModel::countAll() {
    struct Found {
        std::map<VolumeId, project::VolumeCounts> counts;
        std::set<VolumeId> missing;
    };
    if (counting_ != 0) workspace_.jobs().cancel(counting_);
    changedWhileCounting_.clear();
    counting_ = workspace_.jobs().start(
        tr("Look at the volumes"),
        [this, &store = workspace_.project()->store(),
         records = workspace_.project()->volumes()](JobControl& control) -> Jobs::Finish {
            Found found{store.counts(), {}};
            for (const auto& record : records) {
                control.check();
                if (!workflow::isPresent(record)) found.missing.insert(record.id);
            }
            return [this, found = std::move(found)] {
                counting_ = 0;
                stale_.merge(changedWhileCounting_);
                if (!stale_.empty()) recount_.start();
                for (int at = 0; at < rowCount(); ++at) {
                    const auto counts = found.counts.find(row(at).id);
                    row(at).counts = counts == found.counts.end() ? project::VolumeCounts() : counts->second;
                    row(at).missing = found.missing.count(row(at).id) != 0;
                }
                if (rowCount() > 0) changed(0, rowCount() - 1);
                emit statesChanged();
            };
        },
        this);
}

void VolumeListModel::countChanged() {
    const auto ids = std::exchange(stale_, {});
    if (ids.size() > kFewVolumes) return countAll();
    workspace_.notices().guard([&] {
        const auto& store = workspace_.project()->store();
        for (const VolumeId id : ids) {
            const int at = find(id);
            if (at < 0) continue;
            project::VolumeCounts counts;
            counts.annotatedSlices = static_cast<int>(store.annotatedSlices(id).size());
            for (const auto& [label, voxels] : store.annotationCounts(id)) counts.voxels[label] = voxels;
            for (const auto& proposal : store.proposals(id)) ++counts.proposals[proposal.label];
            for (const auto& [slice, state] : store.reviewStates(id)) ++counts.states[state];
            row(at).counts = std::move(counts);
            changed(at, at);
        }
    });
    emit statesChanged();
}

void VolumeListModel::showShown() {
    const VolumeId before =
        std::exchange(shown_, workspace_.shown() != nullptr ? workspace_.shown()->id() : VolumeId{});
    for (const VolumeId id : {before, shown_})
        if (const int at = find(id); at >= 0) changed(at, at);
}

QVariant VolumeListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const VolumeRow& volume = row(index.row());
    const QString name = QString::fromStdString(volume.record.name);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole: return name;
        case Qt::DecorationRole: return thumbnails_->picture(volume.record);
        case Qt::ToolTipRole: return tip(volume);
        case Qt::AccessibleTextRole:
            return tr("%1, %2, %3 of %4 slices%5%6")
                .arg(name, volumeStateText(volume.state()))
                .arg(volume.counts.annotatedSlices)
                .arg(volume.slices())
                .arg(volume.missing ? tr(", file is missing") : QString(),
                     volume.flagged ? tr(", flagged") : QString());
        case StateRole: return static_cast<int>(volume.state());
        case SizeRole: {
            const auto& size = volume.record.geometry.size;
            const QString grid = QString("%1 × %2 × %3").arg(size[0]).arg(size[1]).arg(size[2]);
            const int frames = volume.record.source.frames;
            return frames > 1 ? tr("%1, %n frame(s)", nullptr, frames).arg(grid) : grid;
        }
        case AnnotatedRole: return volume.counts.annotatedSlices;
        case SlicesRole: return volume.slices();
        case ProgressRole: return volume.progress();
        case MissingRole: return volume.missing;
        case ProposedRole: return !volume.counts.proposals.empty();
        case FlaggedSliceRole: return volume.counts.states.count(project::ReviewState::Flagged) != 0;
        case FlaggedRole: return volume.flagged;
        case ShownRole: return volume.id == shown_;
        default: return {};
    }
}

QString VolumeListModel::tip(const VolumeRow& volume) const {
    const auto& geometry = volume.record.geometry;
    const auto& spacing = geometry.spacing;
    QStringList lines{QString("<b>%1</b>").arg(QString::fromStdString(volume.record.name).toHtmlEscaped()),
                      tr("%1, %2 × %3 × %4 mm")
                          .arg(QString::fromUtf8(imaging::toString(volume.record.modality).data()))
                          .arg(spacing[0], 0, 'g', 3)
                          .arg(spacing[1], 0, 'g', 3)
                          .arg(spacing[2], 0, 'g', 3),
                      QString::fromStdString(volume.record.source.path.string()).toHtmlEscaped()};
    if (volume.missing) lines.append(tr("The file is missing."));
    lines.append(tr("%1 of %2 slices annotated").arg(volume.counts.annotatedSlices).arg(volume.slices()));
    const double ml = spacing[0] * spacing[1] * spacing[2] / 1000;
    for (const auto& [id, voxels] : volume.counts.voxels)
        if (const auto* label = workspace_.project()->label(id); label != nullptr && voxels > 0)
            lines.append(tr("%1: %2 voxels, %3 ml")
                             .arg(QString::fromStdString(label->name).toHtmlEscaped(),
                                  QLocale().toString(qlonglong(voxels)),
                                  QLocale().toString(static_cast<double>(voxels) * ml, 'f', 2)));
    for (const auto& note : volume.record.notes) lines.append(QString::fromStdString(note).toHtmlEscaped());
    return lines.join("<br>");
}

Qt::ItemFlags VolumeListModel::flags(const QModelIndex& index) const {
    auto flags = QAbstractTableModel::flags(index);
    if (index.isValid() && workspace_.project() != nullptr && !workspace_.project()->readOnly())
        flags |= Qt::ItemIsEditable;
    return flags;
}

bool VolumeListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) return false;
    project::VolumeRecord record = row(index.row()).record;
    const QString before = QString::fromStdString(record.name);
    const QString name = value.toString().simplified();
    if (name.isEmpty() || name == before) return false;
    record.name = name.toStdString();
    return workspace_.notices().guard([&] {
        workspace_.project()->edit({.name = tr("Rename %1 to %2").arg(before, name).toStdString(), .tool = "volumes"},
                                   [&](project::ProjectWriter& writer) { writer.updateVolume(record); });
    });
}

VolumeId VolumeListModel::idAt(int at) const {
    return at < 0 || at >= rowCount() ? VolumeId{} : row(at).id;
}

}  // namespace protolabel::ui
