#include "core/project/changes.h"

namespace protolabel::project {

namespace {

void unite(std::map<VolumeId, std::set<int>>& slices, const std::map<VolumeId, std::set<int>>& more) {
    for (const auto& [volume, added] : more) slices[volume].insert(added.begin(), added.end());
}

}  // namespace

bool Changes::empty() const {
    return !volumes && !labels && !supports && !models && !settings && !comments && annotation.empty() &&
           proposals.empty() && states.empty();
}

void Changes::add(const Changes& more) {
    volumes |= more.volumes;
    labels |= more.labels;
    supports |= more.supports;
    models |= more.models;
    settings |= more.settings;
    comments |= more.comments;
    unite(annotation, more.annotation);
    unite(proposals, more.proposals);
    unite(states, more.states);
}

}  // namespace protolabel::project
