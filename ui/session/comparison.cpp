#include "ui/session/comparison.h"

#include <algorithm>
#include <utility>

#include "core/consensus/kept.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kPauseMs = 400;  // after the last change

/// The annotation as it is now, for a job.
static std::shared_ptr<labels::LabelVolume> copyOf(const viewer::LabelSource& source, const labels::Grid& grid,
                                                   JobControl& control) {
    auto copy = std::make_shared<labels::LabelVolume>(grid);
    const auto area = static_cast<std::size_t>(grid.size[0]) * static_cast<std::size_t>(grid.size[1]);
    for (int k = 0; k < grid.size[2]; ++k) {
        control.check();
        source.read(2, k, {0, 0, grid.size[0], grid.size[1]}, {copy->row(0, k), area});
    }
    return copy;
}

Comparison::Comparison(Workspace& workspace, Open openReadOnly, Create create)
    : workspace_(workspace), openReadOnly_(std::move(openReadOnly)), create_(std::move(create)) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMs);
    connect(&pause_, &QTimer::timeout, this, &Comparison::measure);
    connect(&workspace, &Workspace::projectAboutToClose, this, &Comparison::close);
    connect(&workspace, &Workspace::projectChanged, this, &Comparison::followProject);
    connect(&workspace, &Workspace::edited, this, &Comparison::follow);
    connect(&workspace, &Workspace::shownChanged, this, &Comparison::read);
}

Comparison::~Comparison() = default;

void Comparison::followProject() {
    if (workspace_.project() == nullptr) return;
    connect(workspace_.shown(), &ShownVolume::voxelsChanged, this, [this](viewer::Layer layer) {
        if (layer == viewer::Layer::Annotation && labels_) outdate();
    });
}

void Comparison::follow(const project::Changes& changes) {
    if (!isOpen()) return;
    if (changes.volumes || changes.labels)
        workspace_.notices().guard([this] {
            if (match()) read();
        });
    if (changes.settings) list();
}

void Comparison::open(const std::filesystem::path& file) {
    if (workspace_.project() == nullptr) throw Error("edit.project", "no project is open");
    const auto before = std::exchange(other_, std::make_shared<project::SharedStore>(openReadOnly_(file)));
    const auto matched = std::exchange(common_, nullptr);  // another project's, though it may be alike
    try {
        match();
    } catch (...) {
        other_ = before;
        common_ = matched;
        throw;
    }
    file_ = file;
    emit opened();
    read();
}

/// Windows, colours and locks change nothing of it.
static bool matchAlike(const consensus::Common& a, const consensus::Common& b) {
    return std::equal(
               a.volumes.begin(), a.volumes.end(), b.volumes.begin(), b.volumes.end(),
               [](const auto& x, const auto& y) { return x.in[0].id == y.in[0].id && x.in[1].id == y.in[1].id; }) &&
           std::equal(a.labels.begin(), a.labels.end(), b.labels.begin(), b.labels.end(),
                      [](const auto& x, const auto& y) { return x.in == y.in && x.label.name == y.label.name; });
}

bool Comparison::match() {
    auto common =
        std::make_shared<consensus::Common>(consensus::findCommon({&workspace_.project()->store(), other_.get()}));
    const bool same = common_ && matchAlike(*common_, *common);
    common_ = std::move(common);
    comparable_.assign(1 << 16, 0);
    for (const auto& label : common_->labels)
        comparable_[static_cast<std::size_t>(label.label.id.value)] = static_cast<std::uint16_t>(label.label.id.value);
    if (!same) forgetAll();
    return !same;
}

/// What was measured on all volumes.
void Comparison::forgetAll() {
    workspace_.jobs().cancel(measuringAll_);
    summary_.clear();
    skippedOnAll_.clear();
}

labels::LabelSlice Comparison::ownSlice(const labels::Plane& plane) const {
    auto slice = workspace_.shown()->annotation()->slice(plane);
    for (auto& pixel : slice.pixels) pixel = comparable_[pixel];
    return slice;
}

void Comparison::close() {
    if (!isOpen()) return;
    for (const int job : {reading_, measuring_}) workspace_.jobs().cancel(job);
    other_.reset();
    common_.reset();
    forgetAll();
    emit opened();
    read();
}

QString Comparison::name() const {
    return isOpen() ? QString::fromStdString(common_->names[1]) : QString();
}

std::vector<Error> Comparison::notes() const {
    return isOpen() ? common_->notes : std::vector<Error>();
}

const consensus::CommonVolume* Comparison::volume() const {
    const auto* shown = workspace_.shown();
    if (!isOpen() || shown == nullptr || shown->record() == nullptr) return nullptr;
    const auto found = std::find_if(common_->volumes.begin(), common_->volumes.end(),
                                    [&](const auto& one) { return one.first().id == shown->id(); });
    return found == common_->volumes.end() ? nullptr : &*found;
}

/// What is shown of the volume before goes at once.
void Comparison::read() {
    workspace_.jobs().cancel(reading_);
    workspace_.jobs().cancel(measuring_);
    pause_.stop();
    labels_.reset();
    source_.reset();
    rows_.clear();
    skipped_.clear();
    parts_.clear();
    chosen_.reset();
    decisions_.clear();
    returns_ = false;
    measured_ = false;
    list();
    emit layerChanged();
    const auto* wanted = volume();
    if (wanted == nullptr) return;
    reading_ = workspace_.jobs().start(
        tr("Read %1 of %2").arg(QString::fromStdString(wanted->in[1].name), name()),
        [this, volume = *wanted, common = common_, other = other_](JobControl&) -> Jobs::Finish {
            const auto labels =
                std::make_shared<const labels::LabelVolume>(consensus::readCommon(*other, *common, volume, 1));
            return [this, labels] {
                labels_ = labels;
                source_ = std::make_shared<viewer::DenseLabels>(
                    labels->grid().size, std::shared_ptr<const std::vector<std::uint16_t>>(labels, &labels->voxels()));
                emit layerChanged();
                stale_ = true;
                measure();
            };
        },
        this);
}

void Comparison::setShown(bool shown) {
    shown_ = shown;
    emit layerChanged();
}

void Comparison::setOpacity(double opacity) {
    opacity_ = opacity;
    emit layerChanged();
}

void Comparison::setWatched(bool watched) {
    watched_ = watched;
    if (watched && stale_) measure();
}

void Comparison::outdate() {
    stale_ = true;
    pause_.start();
}

void Comparison::measure() {
    const auto* wanted = volume();
    if (!watched_ || !labels_ || wanted == nullptr) return;
    workspace_.jobs().cancel(measuring_);
    stale_ = false;
    measuring_ = workspace_.jobs().start(
        tr("Compare with %1").arg(name()),
        [this, volume = *wanted, common = common_, comparable = comparable_, theirs = labels_, other = other_,
         &own = workspace_.project()->store(),
         source = workspace_.shown()->source(viewer::Layer::Annotation)](JobControl& control) -> Jobs::Finish {
            auto mine = copyOf(*source, theirs->grid(), control);
            for (auto& voxel : mine->voxels()) voxel = comparable[voxel];
            auto rows = workflow::compareVolume(*common, volume, *mine, *theirs, control);
            auto skipped = workflow::skippedSlices(*common, {volume}, {&own, other.get()});
            auto parts = std::make_shared<std::vector<Part>>();
            for (auto& one : consensus::disagreements(*mine, *theirs, volume.first().sliceAxis, control)) {
                auto key = one.key();
                parts->push_back({std::move(one), std::move(key)});
            }
            return [this, rows = std::move(rows), skipped = std::move(skipped), parts] {
                rows_ = rows;
                skipped_ = skipped;
                parts_ = std::move(*parts);
                measured_ = true;
                list();
            };
        },
        this);
}

void Comparison::measureAll() {
    if (!isOpen()) return;
    workspace_.jobs().cancel(measuringAll_);
    measuringAll_ = workspace_.jobs().start(
        tr("Compare all volumes with %1").arg(name()),
        [this, other = other_, &own = workspace_.project()->store()](JobControl& control) -> Jobs::Finish {
            const auto pairs = workflow::compareProjects({&own, other.get()}, {}, control);
            return [this, pair = pairs.front()] {
                summary_ = workflow::summarise(pair.rows);
                skippedOnAll_ = pair.skipped;
                emit changed();
            };
        },
        this);
}

/// The list anew; what was chosen stays chosen where it is still there.
void Comparison::list() {
    std::set<std::string> kept;
    if (const auto* wanted = volume(); wanted != nullptr && !parts_.empty())
        kept = consensus::keptKeys(workspace_.project()->store(), wanted->first().id);
    returns_ |= chooseTakenBack();
    listed_.clear();
    current_ = -1;
    for (const auto& part : parts_) {
        if (part.disagreement.voxels < smallest_ || kept.count(part.key) > 0) continue;
        if (part.disagreement.centre == chosen_) current_ = static_cast<int>(listed_.size());
        listed_.push_back(&part.disagreement);
    }
    emit changed();
    if (returns_ && current_ >= 0) select(current_);
}

/// Undo takes the latest edits back first; of several decisions the earliest is what the user went back to.
bool Comparison::chooseTakenBack() {
    const auto undone = workspace_.project() != nullptr ? workspace_.project()->nextRedo() : std::nullopt;
    bool any = false;
    while (undone && !decisions_.empty() && decisions_.back().edit.value >= undone->id.value) {
        chosen_ = decisions_.back().centre;
        decisions_.pop_back();
        any = true;
    }
    return any;
}

int Comparison::hidden() const {
    return static_cast<int>(std::count_if(parts_.begin(), parts_.end(),
                                          [this](const auto& part) { return part.disagreement.voxels < smallest_; }));
}

void Comparison::setSmallest(int voxels) {
    smallest_ = voxels;
    list();
}

void Comparison::select(int number) {
    if (number < 0 || number >= static_cast<int>(listed_.size())) return;
    returns_ = false;
    current_ = number;
    chosen_ = listed_[static_cast<std::size_t>(number)]->centre;
    const auto& part = *listed_[static_cast<std::size_t>(number)];
    emit selected();
    workspace_.goTo(part.centre, part.box);
}

void Comparison::step(int by) {
    const auto count = static_cast<int>(listed_.size());
    if (count == 0) return workspace_.notices().tell(measured_ ? tr("No disagreement is listed") : tr("Measuring..."));
    if (current_ < 0)
        select(by > 0 ? 0 : count - 1);
    else
        select((current_ + by + count) % count);
}

int Comparison::makeConsensus(const std::vector<std::filesystem::path>& others, workflow::ConsensusMethod method,
                              const std::filesystem::path& out, QObject* receiver,
                              std::function<void(const workflow::Consensus&)> made,
                              std::function<void(const Error&)> failed, Jobs::Ended ended) {
    if (workspace_.project() == nullptr) throw Error("edit.project", "no project is open");
    workspace_.editor().settle();
    return workspace_.jobs().start(
        tr("Consensus"),
        [=, &own = workspace_.project()->store(), openReadOnly = openReadOnly_,
         create = create_](JobControl& control) -> Jobs::Finish {
            std::error_code none;
            if (std::filesystem::exists(out, none))
                throw Error("project.exists", "{0} exists already; choose another name", {out.string()});
            std::vector<std::unique_ptr<project::ProjectStore>> stores;
            consensus::Projects projects{&own};
            for (const auto& file : others) {
                stores.push_back(openReadOnly(file));
                projects.push_back(stores.back().get());
            }
            const auto consensus = workflow::makeConsensus(projects, method, {}, control);
            workflow::storeConsensus(*create(out, consensus.labels), consensus);
            return [=] { made(consensus); };
        },
        receiver, std::move(failed), std::move(ended));
}

}  // namespace protolabel::ui
