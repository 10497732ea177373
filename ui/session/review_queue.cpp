#include "ui/session/review_queue.h"

#include <algorithm>
#include <utility>

#include "ui/session/workspace.h"

namespace protolabel::ui {

ReviewQueue::ReviewQueue(Workspace& workspace) : workspace_(workspace) {
    soon_.setSingleShot(true);
    soon_.setInterval(100);
    connect(&soon_, &QTimer::timeout, this, &ReviewQueue::changed);
    connect(&workspace, &Workspace::projectChanged, this, &ReviewQueue::followProject);
    connect(&workspace, &Workspace::edited, this, &ReviewQueue::take);
    followProject();
}

void ReviewQueue::followProject() {
    facts_.clear();
    stale_.clear();
    commentsStale_ = false;
    label_ = {};
    trail_.clear();
    ahead_.clear();
    decidedAt_ = -1;
    options_.corrections.clear();
    if (auto* project = workspace_.project())
        for (const auto& volume : project->volumes()) stale_.insert(volume.id);
    touch();
}

void ReviewQueue::take(const project::Changes& changes) {
    const auto mark = [&](const auto& slices) {
        for (const auto& [volume, which] : slices) stale_.insert(volume);
    };
    mark(changes.annotation);
    mark(changes.proposals);
    mark(changes.states);
    if (changes.volumes)
        for (const auto& volume : workspace_.project()->volumes()) stale_.insert(volume.id);
    commentsStale_ = commentsStale_ || changes.comments;
    if (!stale_.empty() || changes.labels || changes.volumes || changes.comments) touch();
}

void ReviewQueue::touch() {
    ordered_ = false;
    if (!soon_.isActive()) soon_.start();
}

std::set<LabelId> ReviewQueue::labels() const {
    std::set<LabelId> wanted;
    for (const auto& label : workspace_.project()->labels())
        if (label_ ? label.id == label_ : label.visible) wanted.insert(label.id);
    return wanted;
}

void ReviewQueue::update() {
    auto* project = workspace_.project();
    if (project == nullptr || ordered_) {
        if (project == nullptr) places_.clear();
        return;
    }
    if (!stale_.empty()) {
        const auto comments = project->store().comments();
        for (const auto id : stale_) read(id, comments);
    }
    stale_.clear();
    if (std::exchange(commentsStale_, false)) countComments();
    for (auto at = facts_.begin(); at != facts_.end();)
        at = project->volume(at->first) != nullptr ? std::next(at) : facts_.erase(at);
    options_.labels = labels();
    places_ = review::makeQueue(facts_, options_);
    ordered_ = true;
}

void ReviewQueue::read(VolumeId id, const std::vector<project::Comment>& comments) {
    auto* project = workspace_.project();
    const auto* volume = project->volume(id);
    if (volume != nullptr)
        facts_[id] = review::readFacts(project->store(), *volume, project->labels(), comments);
    else
        facts_.erase(id);
}

/// What is drawn and proposed stays as it was read.
void ReviewQueue::countComments() {
    for (auto& [id, volume] : facts_)
        for (auto& [slice, facts] : volume.touched) facts.comments = 0;
    for (const auto& comment : workspace_.project()->store().comments())
        if (const auto volume = facts_.find(comment.volume);
            volume != facts_.end() && comment.slice && !comment.resolved)
            ++volume->second.touched[*comment.slice].comments;
}

const std::vector<review::Place>& ReviewQueue::places() {
    update();
    return places_;
}

const review::ProjectFacts& ReviewQueue::facts() {
    update();
    return facts_;
}

const review::VolumeFacts* ReviewQueue::factsOf(VolumeId volume) {
    if (stale_.count(volume) != 0) {
        read(volume, workspace_.project()->store().comments());
        stale_.erase(volume);
    }
    const auto found = facts_.find(volume);
    return found != facts_.end() ? &found->second : nullptr;
}

review::Progress ReviewQueue::progress() {
    update();
    return review::progressOf(facts_, options_.labels);
}

void ReviewQueue::setWhich(review::Which which) {
    options_.which = which;
    touch();
}

void ReviewQueue::setOrder(review::Order order) {
    options_.order = order;
    touch();
}

void ReviewQueue::setLabel(LabelId label) {
    label_ = label;
    touch();
}

void ReviewQueue::setCorrections(const review::Corrections& corrections) {
    if (corrections == options_.corrections) return;
    options_.corrections = corrections;
    touch();
}

int ReviewQueue::indexOf(VolumeId volume, int slice) {
    const auto& all = places();
    const auto here = std::find_if(all.begin(), all.end(),
                                   [&](const auto& place) { return place.volume == volume && place.slice == slice; });
    return here == all.end() ? -1 : static_cast<int>(here - all.begin());
}

const review::Place* ReviewQueue::find(VolumeId volume, int slice) {
    const int at = indexOf(volume, slice);
    return at < 0 ? nullptr : &places_[static_cast<std::size_t>(at)];
}

bool ReviewQueue::step(VolumeId volume, int slice, int by) {
    const Slice here{volume, slice};
    if (by < 0 ? goBack(here) : isVisited(here) && goForward()) return true;
    const auto* place = review::step(places(), volume, slice, by);
    if (place == nullptr) return false;
    if (decidedAt_ >= 0 && isVisited(here) && indexOf(volume, slice) < 0)
        place = &places_[static_cast<std::size_t>(decidedAt_) % places_.size()];
    visit(place->volume, place->slice);
    return true;
}

bool ReviewQueue::goBack(const Slice& here) {
    if (isVisited(here)) {
        ahead_.push_back(here);
        trail_.pop_back();
    }
    while (!trail_.empty() && workspace_.project()->volume(trail_.back().first) == nullptr) trail_.pop_back();
    if (trail_.empty()) return false;
    show(trail_.back());
    return true;
}

/// To where `goBack` came from, past what was decided there.
bool ReviewQueue::goForward() {
    while (!ahead_.empty()) {
        const Slice next = ahead_.back();
        ahead_.pop_back();
        if (indexOf(next.first, next.second) < 0) continue;
        trail_.push_back(next);
        show(next);
        return true;
    }
    return false;
}

void ReviewQueue::visit(VolumeId volume, int slice) {
    if (!isVisited({volume, slice})) trail_.emplace_back(volume, slice);
    ahead_.clear();
    show(trail_.back());
}

void ReviewQueue::show(const Slice& slice) {
    decidedAt_ = -1;
    workspace_.goTo(slice.first, slice.second);
}

void ReviewQueue::decide(VolumeId volume, int slice, const std::function<void()>& decide) {
    // Who came to the slice on a way of his own stays there.
    const int before = isVisited({volume, slice}) ? indexOf(volume, slice) : -1;
    decide();
    if (before < 0 || indexOf(volume, slice) >= 0 || places().empty()) return;
    decidedAt_ = before;
    if (goesOn_) step(volume, slice, 1);
}

}  // namespace protolabel::ui
