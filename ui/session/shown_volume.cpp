#include "ui/session/shown_volume.h"

#include <QThread>
#include <algorithm>
#include <utility>

#include "core/base/parallel.h"
#include "core/labels/stroke_delta.h"
#include "core/project/operations.h"
#include "core/project/provenance.h"
#include "core/workflow/volumes.h"
#include "ui/session/error_text.h"
#include "ui/session/jobs.h"
#include "ui/session/project_session.h"

namespace protolabel::ui {

using labels::LabelVolume;
using labels::SliceRuns;
using viewer::Layer;

static constexpr std::size_t kManySlices = 16;

/// All that a job reads of one volume.
struct ShownVolume::Content {
    VolumeId id;
    int frame = 0;
    std::shared_ptr<const imaging::Volume> image;
    std::shared_ptr<LabelVolume> annotation, proposals;
};

static labels::Grid gridOf(const imaging::Geometry& geometry) {
    labels::Grid grid;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        grid.size[axis] = static_cast<int>(geometry.size[axis]);
        grid.spacing[axis] = geometry.spacing[axis];
    }
    return grid;
}

/// The annotated slice, or an empty one.
static SliceRuns annotationSlice(const project::ProjectStore& store, VolumeId volume, int slice,
                                 const SliceRuns& empty) {
    return store.annotationRuns(volume, slice).value_or(empty);
}

/// All proposals on a slice in one picture; of two for one pixel the more confident one.
static SliceRuns proposalSlice(const project::ProjectStore& store, VolumeId volume, int slice,
                               const std::vector<project::ProposalInfo>& proposals, const SliceRuns& empty) {
    labels::LabelSlice picture(empty.width, empty.height);
    std::vector<const project::ProposalInfo*> here;
    for (const auto& proposal : proposals)
        if (proposal.slice == slice) here.push_back(&proposal);
    std::stable_sort(here.begin(), here.end(), [](auto* a, auto* b) { return a->confidence < b->confidence; });
    for (const auto* info : here) {
        const auto proposal = store.proposal(volume, slice, info->label);
        if (!proposal || proposal->mask.pixels.size() != picture.pixels.size()) continue;
        for (std::size_t i = 0; i < picture.pixels.size(); ++i)
            if (proposal->mask.pixels[i] != 0) picture.pixels[i] = static_cast<std::uint16_t>(info->label.value);
    }
    return SliceRuns(picture);
}

static SliceRuns emptySlice(const LabelVolume& volume, int axis) {
    const labels::Plane plane{axis, 0};
    return SliceRuns::background(volume.grid().size[plane.xAxis()], volume.grid().size[plane.yAxis()]);
}

static std::shared_ptr<viewer::DenseLabels> sourceOf(const std::shared_ptr<LabelVolume>& volume) {
    if (!volume) return {};
    return std::make_shared<viewer::DenseLabels>(
        volume->grid().size, std::shared_ptr<const std::vector<std::uint16_t>>(volume, &volume->voxels()));
}

ShownVolume::ShownVolume(ProjectSession& session, Jobs& jobs, QObject* parent)
    : QObject(parent), session_(session), jobs_(jobs) {
    connect(&session, &ProjectSession::changed, this, &ShownVolume::follow);
}

void ShownVolume::show(std::optional<VolumeId> id) {
    if (wanted_ != 0) jobs_.cancel(wanted_);
    wanted_ = 0;
    if (!id) {
        take(std::make_shared<Content>());
        return;
    }
    const auto* record = session_.volume(*id);
    if (record != nullptr) load(*id, record->source.frame);
}

void ShownVolume::showFrame(int frame) {
    if (record() == nullptr || frame == frame_) return;
    if (wanted_ != 0) jobs_.cancel(wanted_);
    load(shown_, frame);
}

void ShownVolume::load(VolumeId id, int frame) {
    auto record = *session_.volume(id);
    record.source.frame = frame;
    whileLoading_ = {};
    const auto content = std::make_shared<Content>();
    content->id = id;
    content->frame = frame;
    wanted_ = jobs_.start(
        tr("Read %1").arg(QString::fromStdString(record.name)),
        [this, record, content, &store = session_.store()](JobControl& control) -> Jobs::Finish {
            content->image = std::make_shared<imaging::Volume>(workflow::loadVolume(record));
            const auto grid = gridOf(record.geometry);
            content->annotation = std::make_shared<LabelVolume>(grid);
            const auto empty = emptySlice(*content->annotation, record.sliceAxis);
            for (const int slice : store.annotatedSlices(record.id)) {
                control.check();
                content->annotation->setSlice({record.sliceAxis, slice},
                                              annotationSlice(store, record.id, slice, empty));
            }
            const auto proposals = store.proposals(record.id);
            std::set<int> slices;
            for (const auto& proposal : proposals) slices.insert(proposal.slice);
            if (!slices.empty()) content->proposals = std::make_shared<LabelVolume>(grid);
            for (const int slice : slices) {
                control.check();
                content->proposals->setSlice({record.sliceAxis, slice},
                                             proposalSlice(store, record.id, slice, proposals, empty));
            }
            return [this, content] { take(content); };
        },
        this, [this](const Error& error) { emit failed(error); },
        [this](int number) {
            if (number != wanted_) return;
            wanted_ = 0;
            emit loadingChanged();
        });
    emit loadingChanged();
}

void ShownVolume::take(std::shared_ptr<Content> content) {
    emit aboutToChange();
    const bool wasLoading = wanted_ != 0;
    wanted_ = 0;
    ++revision_;
    shown_ = content->id;
    frame_ = content->frame;
    image_ = content->image;
    annotation_ = content->annotation;
    proposals_ = content->proposals;
    unstored_.clear();
    annotationSource_ = sourceOf(annotation_);
    proposalSource_ = sourceOf(proposals_);
    emit shownChanged();
    if (wasLoading) emit loadingChanged();
    follow(std::exchange(whileLoading_, {}));
}

const project::VolumeRecord* ShownVolume::record() const {
    return image_ ? session_.volume(shown_) : nullptr;
}

int ShownVolume::frames() const {
    return record() != nullptr ? record()->source.frames : 1;
}

QString ShownVolume::frameText() const {
    return frames() > 1 ? tr("Frame %1 of %2").arg(frame_ + 1).arg(frames()) : QString();
}

VolumeId ShownVolume::id() const {
    return image_ ? shown_ : VolumeId{};
}

std::shared_ptr<const viewer::LabelSource> ShownVolume::source(Layer layer) const {
    return layer == Layer::Annotation ? annotationSource_ : proposalSource_;
}

/// Which labels of which slices it is about: the labels changed anywhere, on every slice that changed.
static project::EditInfo withSubject(project::EditInfo info, VolumeId volume, const labels::StrokeDelta& delta,
                                     int axis, const labels::LabelVolume& annotation) {
    std::set<LabelId> labels;
    for (const auto label : delta.labels(annotation))
        if (label != 0) labels.insert(LabelId{label});
    std::map<int, std::set<LabelId>> changed;
    for (const auto& [slice, pixels] : delta.slices(annotation.grid(), axis)) changed[slice] = labels;
    info.details = project::changeDetails(volume, changed);
    return info;
}

void ShownVolume::store(const project::EditInfo& info, const labels::StrokeDelta& delta) {
    const auto* volume = record();
    if (volume == nullptr || delta.empty()) return;
    const int axis = volume->sliceAxis;
    storing_ = true;
    try {
        session_.edit(withSubject(info, shown_, delta, axis, *annotation_), [&](project::ProjectWriter& writer) {
            project::storeEditedPixels(writer, session_.store(), shown_, axis, delta.slices(annotation_->grid(), axis),
                                       *annotation_);
        });
    } catch (...) {
        storing_ = false;
        throw;
    }
    storing_ = false;
    announce(Layer::Annotation, delta.bounds(), delta.labels(*annotation_));
}

void ShownVolume::touched(const labels::Box& box, const std::set<std::uint16_t>& ids) {
    announce(Layer::Annotation, box, ids);
}

void ShownVolume::announce(Layer layer, const labels::Box& box, const std::set<std::uint16_t>& ids) {
    if (layer == Layer::Annotation) ++revision_;
    emit voxelsChanged(layer, box, ids);
}

void ShownVolume::showProposal(VolumeId volume, int slice, LabelId label, const labels::Mask& mask) {
    if (volume != id() || record() == nullptr) return;
    if (!proposals_) makeProposals();
    const labels::Plane plane{record()->sliceAxis, slice};
    auto picture = proposals_->slice(plane);
    if (picture.pixels.size() != mask.pixels.size()) return;
    const auto value = static_cast<std::uint16_t>(label.value);
    for (std::size_t i = 0; i < mask.pixels.size(); ++i)
        if (mask.pixels[i] != 0)
            picture.pixels[i] = value;
        else if (picture.pixels[i] == value)
            picture.pixels[i] = 0;
    unstored_.insert(slice);
    labels::Box box;
    {
        const auto lock = proposalSource_->lock();
        box = proposals_->setSlice(plane, SliceRuns(picture)).box;
    }
    if (!box.empty()) announce(Layer::Proposals, box, {value});
}

void ShownVolume::dropUnstoredProposals() {
    if (image_ && proposals_ && record() != nullptr) reload(Layer::Proposals, std::exchange(unstored_, {}));
}

void ShownVolume::follow(const project::Changes& changes) {
    if (loading()) whileLoading_.add(changes);
    if (!image_) return;
    if (record() == nullptr) return show({});  // it was removed
    if (const auto slices = changes.annotation.find(shown_); slices != changes.annotation.end() && !storing_) {
        emit aboutToChange();
        reload(Layer::Annotation, slices->second);
    }
    if (const auto slices = changes.proposals.find(shown_); slices != changes.proposals.end()) {
        if (!proposals_) makeProposals();
        reload(Layer::Proposals, slices->second);
    }
}

void ShownVolume::makeProposals() {
    proposals_ = std::make_shared<LabelVolume>(annotation_->grid());
    proposalSource_ = sourceOf(proposals_);
    emit proposalsAppeared();
}

void ShownVolume::reload(Layer layer, const std::set<int>& slices) {
    const auto* volume = record();
    auto& voxels = layer == Layer::Annotation ? *annotation_ : *proposals_;
    const auto empty = emptySlice(voxels, volume->sliceAxis);
    const auto proposals =
        layer == Layer::Proposals ? session_.store().proposals(shown_) : std::vector<project::ProposalInfo>();
    std::vector<std::pair<int, SliceRuns>> fresh;
    for (const int slice : slices)
        fresh.emplace_back(slice, layer == Layer::Annotation
                                      ? annotationSlice(session_.store(), shown_, slice, empty)
                                      : proposalSlice(session_.store(), shown_, slice, proposals, empty));
    std::vector<labels::SliceChange> changes(fresh.size());
    {
        // Hundreds of slices after undo: comparing them waits for memory most of the time.
        const int threads = fresh.size() < kManySlices ? 1 : std::min(QThread::idealThreadCount(), 4);
        const auto lock = (layer == Layer::Annotation ? annotationSource_ : proposalSource_)->lock();
        parallelFor(fresh.size(), threads, [&](std::size_t i) {
            changes[i] = voxels.setSlice({volume->sliceAxis, fresh[i].first}, fresh[i].second);
        });
    }
    labels::SliceChange all;
    for (auto& change : changes) {
        all.box = all.box.united(change.box);
        all.labels.merge(change.labels);
    }
    if (!all.box.empty()) announce(layer, all.box, all.labels);
}

}  // namespace protolabel::ui
