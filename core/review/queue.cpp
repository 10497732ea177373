#include "core/review/queue.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <tuple>

#include "core/review/expectation.h"

namespace protolabel::review {

using project::ReviewState;

namespace {

double correctionOf(const Corrections& corrections, LabelId label) {
    const auto found = corrections.find(label);
    return found == corrections.end() ? 0 : found->second;
}

double wrongPixels(const ProposedLabel& one, const Corrections& corrections) {
    return static_cast<double>(one.pixels) *
           (1 - expectedDice(one.confidence, one.distance, correctionOf(corrections, one.label)));
}

bool isFinished(const SliceFacts& slice) {
    return slice.state == ReviewState::Accepted || slice.state == ReviewState::Confirmed ||
           (!slice.annotated.empty() && slice.proposed.empty());
}

/// The slices of one volume that are listed.
class VolumePlaces {
public:
    VolumePlaces(VolumeId id, const VolumeFacts& volume, const QueueOptions& options)
        : id_(id), volume_(volume), options_(options) {
        for (const auto& [slice, facts] : volume.touched)
            for (const auto& one : facts.proposed) areas_[one.label] += one.pixels;
    }

    std::vector<Place> list() const {
        std::vector<Place> places;
        const auto add = [&](int slice, const SliceFacts& facts) {
            auto place = placeOf(slice, facts);
            if (isListed(facts, place)) places.push_back(std::move(place));
        };
        if (options_.which != Which::Untouched) {
            for (const auto& [slice, facts] : volume_.touched) add(slice, facts);
            return places;
        }
        for (int slice = 0; slice < volume_.slices; ++slice) {
            const auto found = volume_.touched.find(slice);
            add(slice, found == volume_.touched.end() ? SliceFacts() : found->second);
        }
        return places;
    }

private:
    bool isListed(const SliceFacts& facts, const Place& place) const {
        switch (options_.which) {
            case Which::Open: return place.proposed || facts.state == ReviewState::Flagged;
            case Which::Untouched: return facts.state == ReviewState::Untouched && facts.annotated.empty();
            case Which::Proposed: return facts.state == ReviewState::Proposed && place.proposed;
            case Which::Corrected: return facts.state == ReviewState::Corrected && !place.labels.empty();
            case Which::Accepted: return facts.state == ReviewState::Accepted && !place.labels.empty();
            case Which::Flagged: return facts.state == ReviewState::Flagged;
            case Which::Confirmed: return facts.state == ReviewState::Confirmed && !place.labels.empty();
            case Which::Finished:
                return !place.labels.empty() && !place.proposed && facts.state != ReviewState::Flagged &&
                       facts.state != ReviewState::Confirmed;
            case Which::Commented: return facts.comments > 0;
        }
        return false;
    }

    Place placeOf(int slice, const SliceFacts& facts) const {
        Place place{id_, slice, facts.state, {}, false, 1, 0, 0, facts.comments, Reason::None};
        double share = 0, jump = 0;
        for (const auto& one : facts.proposed) {
            if (options_.labels.count(one.label) == 0) continue;
            const auto area = static_cast<double>(std::max<std::int64_t>(areas_.at(one.label), 1));
            place.labels.push_back(one.label);
            place.confidence = std::min(place.confidence, one.confidence);
            place.distance = std::max(place.distance, one.distance);
            place.gain += wrongPixels(one, options_.corrections) / area;
            share = std::max(share, static_cast<double>(one.pixels) / area);
            jump = std::max(jump, jumpOf(slice, one));
        }
        place.proposed = !place.labels.empty();
        if (!place.proposed) {
            place.confidence = 0;
            for (const auto label : facts.annotated)
                if (options_.labels.count(label) != 0) place.labels.push_back(label);
        }
        place.why = reasonOf(place, share, jump);
        return place;
    }

    /// How far the area is from the mean of those on the slices beside it, 0..1.
    double jumpOf(int slice, const ProposedLabel& one) const {
        double beside = 0;
        for (const int other : {slice - 1, slice + 1})
            if (const auto found = volume_.touched.find(other); found != volume_.touched.end())
                for (const auto& neighbour : found->second.proposed)
                    if (neighbour.label == one.label) beside += static_cast<double>(neighbour.pixels) / 2;
        const auto area = static_cast<double>(one.pixels);
        return std::abs(area - beside) / std::max({area, beside, 1.0});
    }

    static Reason reasonOf(const Place& place, double share, double jump) {
        if (place.state == ReviewState::Flagged) return Reason::Flagged;
        if (place.comments > 0) return Reason::Commented;
        if (!place.proposed) return Reason::None;
        if (place.distance > kFar) return Reason::Far;
        if (place.confidence < 0.65) return Reason::Unsure;  // expected Dice below about a half
        if (jump > 0.6) return Reason::OddSize;
        return share > 0.1 ? Reason::LargeShare : Reason::Routine;
    }

    const VolumeId id_;
    const VolumeFacts& volume_;
    const QueueOptions& options_;
    std::map<LabelId, std::int64_t> areas_;
};

/// What a slice is worth beside slices that are known: `gap` slices to the nearest one.
double newness(int gap) {
    return 1 - 0.75 * std::exp(-(gap - 1) / 2.0);
}

/// Lazily greedy: what a slice is worth only falls while others are taken, so that only the best one need be looked at again.
std::vector<Place> byGain(const ProjectFacts& project, std::vector<Place> places) {
    std::map<VolumeId, std::set<int>> known;
    for (const auto& [id, volume] : project)
        for (const auto& [slice, facts] : volume.touched)
            if (isFinished(facts)) known[id].insert(slice);
    const auto worth = [&](const Place& place) {
        const auto& slices = known[place.volume];
        const auto above = slices.lower_bound(place.slice);
        double factor = 1;
        if (above != slices.end()) factor = newness(std::max(*above - place.slice, 1));
        if (above != slices.begin()) factor = std::min(factor, newness(place.slice - *std::prev(above)));
        return place.gain * factor;
    };
    using Entry = std::tuple<double, std::int64_t, int, std::size_t>;  // worth; then by volume and slice; which
    const auto entry = [&](std::size_t i) {
        return Entry(worth(places[i]), -places[i].volume.value, -places[i].slice, i);
    };
    std::priority_queue<Entry> best;
    for (std::size_t i = 0; i < places.size(); ++i) best.push(entry(i));
    std::vector<Place> ordered;
    while (!best.empty()) {
        const auto [value, volume, slice, i] = best.top();
        best.pop();
        if (const auto now = entry(i); std::get<0>(now) < value) {
            best.push(now);
            continue;
        }
        known[places[i].volume].insert(places[i].slice);
        ordered.push_back(std::move(places[i]));
    }
    return ordered;
}

}  // namespace

std::vector<Place> makeQueue(const ProjectFacts& project, const QueueOptions& options) {
    std::vector<std::pair<double, std::vector<Place>>> volumes;
    std::vector<Place> all;
    for (const auto& [id, volume] : project) {
        auto places = VolumePlaces(id, volume, options).list();
        double gain = 0;
        for (const auto& place : places) gain += place.gain;
        if (options.order == Order::Gain)
            all.insert(all.end(), places.begin(), places.end());
        else
            volumes.emplace_back(gain, std::move(places));
    }
    if (options.order == Order::Gain) return byGain(project, std::move(all));
    std::stable_sort(volumes.begin(), volumes.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [gain, places] : volumes) all.insert(all.end(), places.begin(), places.end());
    return all;
}

const Place* step(const std::vector<Place>& queue, VolumeId volume, int slice, int by) {
    if (queue.empty()) return nullptr;
    const auto here = std::find_if(queue.begin(), queue.end(),
                                   [&](const auto& place) { return place.volume == volume && place.slice == slice; });
    if (here == queue.end()) return &queue.front();
    const auto count = static_cast<std::ptrdiff_t>(queue.size());
    return &queue[static_cast<std::size_t>(((here - queue.begin() + by) % count + count) % count)];
}

}  // namespace protolabel::review
