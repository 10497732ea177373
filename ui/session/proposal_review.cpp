#include "ui/session/proposal_review.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace protolabel::ui {

std::vector<ReviewPlace> reviewPlaces(const project::ProjectStore& store) {
    std::set<LabelId> visible;
    for (const auto& label : store.labels())
        if (label.visible) visible.insert(label.id);
    std::vector<ReviewPlace> places;
    for (const auto& volume : store.volumes())
        for (const auto& proposal : store.proposals(volume.id)) {  // by slice
            if (visible.count(proposal.label) == 0) continue;
            if (places.empty() || places.back().volume != volume.id || places.back().slice != proposal.slice)
                places.push_back({volume.id, proposal.slice, proposal.confidence, proposal.distance});
            places.back().confidence = std::min(places.back().confidence, proposal.confidence);
            places.back().distance = std::max(places.back().distance, proposal.distance);
        }
    std::sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.confidence, a.volume, a.slice) < std::tuple(b.confidence, b.volume, b.slice);
    });
    return places;
}

const ReviewPlace* stepReview(const std::vector<ReviewPlace>& places, VolumeId volume, int slice, int by) {
    if (places.empty()) return nullptr;
    const auto count = static_cast<int>(places.size());
    for (int i = 0; i < count; ++i)
        if (places[static_cast<std::size_t>(i)].volume == volume && places[static_cast<std::size_t>(i)].slice == slice)
            return &places[static_cast<std::size_t>(((i + by) % count + count) % count)];
    return &places.front();
}

}  // namespace protolabel::ui
