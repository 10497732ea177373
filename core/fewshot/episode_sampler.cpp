#include "core/fewshot/episode_sampler.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "core/base/error.h"

namespace protolabel::fewshot {

namespace {

constexpr double kSmallestGamma = 0.5, kLargestGamma = 1.5;

FloatImage imageOf(const SliceStack<Half>& stack, int z) {
    FloatImage result(stack.width, stack.height);
    std::transform(stack.slice(z), stack.slice(z) + result.pixels.size(), result.pixels.begin(), toFloat);
    return result;
}

FloatImage maskOf(const SliceStack<std::int32_t>& stack, int z, std::int32_t id) {
    FloatImage result(stack.width, stack.height);
    std::transform(stack.slice(z), stack.slice(z) + result.pixels.size(), result.pixels.begin(),
                   [id](std::int32_t other) { return other == id ? 1.f : 0.f; });
    return result;
}

bool sameSize(const SliceStack<std::int32_t>& ids, const SliceStack<Half>& image) {
    return ids.slices == image.slices && ids.height == image.height && ids.width == image.width;
}

/// id -> slice -> pixels, without id 0 and the excluded slices.
std::map<std::int32_t, std::map<int, int>> pixelsOf(const SliceStack<std::int32_t>& stack,
                                                    const std::vector<int>& excludedSlices) {
    std::map<std::int32_t, std::map<int, int>> pixels;
    const std::size_t sliceSize = static_cast<std::size_t>(stack.height) * stack.width;
    const std::set<int> excluded(excludedSlices.begin(), excludedSlices.end());
    for (int z = 0; z < stack.slices; ++z) {
        if (excluded.count(z) > 0) continue;
        const std::int32_t* ids = stack.slice(z);
        for (std::size_t start = 0; start < sliceSize;) {
            std::size_t end = start + 1;
            while (end < sliceSize && ids[end] == ids[start]) ++end;
            if (ids[start] != 0) pixels[ids[start]][z] += static_cast<int>(end - start);
            start = end;
        }
    }
    return pixels;
}

torch::Tensor tensorOf(const FloatImage& image) {
    auto tensor = torch::empty({image.height, image.width}, torch::kFloat);
    std::memcpy(tensor.data_ptr<float>(), image.pixels.data(), image.pixels.size() * sizeof(float));
    return tensor;
}

}  // namespace

EpisodeSampler::EpisodeSampler(const std::vector<TrainingVolume>& volumes, double labelShare)
    : volumes_(volumes), labelShare_(labelShare) {
    for (std::size_t i = 0; i < volumes.size(); ++i) {
        auto candidates = candidatesOf(volumes[i], static_cast<int>(i));
        if (!candidates.supervoxels.empty()) candidates_.push_back(std::move(candidates));
    }
    findLabels();
    if (candidates_.empty() && labels_.empty())
        throw Error(
            "train.no_episodes",
            "no supervoxel of the {0} training volumes covers {1} pixels on two neighbouring slices; add volumes or "
            "make supervoxels with a larger minimum size",
            {std::to_string(volumes.size()), std::to_string(kSmallestMask)});
}

void EpisodeSampler::findLabels() {
    std::map<std::int32_t, LabelClass> classes;
    for (std::size_t i = 0; i < volumes_.size(); ++i) {
        const auto& volume = volumes_[i];
        if (volume.labels.voxels.empty()) continue;
        if (!sameSize(volume.labels, volume.image))
            throw Error("train.volume", "the labels of {0} do not fit its image; prepare them again", {volume.name});
        for (const auto& [label, slices] : pixelsOf(volume.labels, volume.excludedSlices)) {
            std::vector<int> shown;
            for (const auto& [z, count] : slices)
                if (count >= kSmallestLabel) shown.push_back(z);
            if (shown.empty()) continue;
            auto& known = classes[label];
            known.label = label;
            known.volumes.emplace_back(static_cast<int>(i), std::move(shown));
        }
    }
    for (auto& [label, known] : classes) labels_.push_back(std::move(known));
}

EpisodeSampler::Candidates EpisodeSampler::candidatesOf(const TrainingVolume& volume, int index) {
    const auto& stack = volume.supervoxels;
    if (!sameSize(stack, volume.image))
        throw Error("train.volume", "the supervoxels of {0} do not fit its image; compute them again", {volume.name});

    Candidates result{index, {}};
    for (const auto& [supervoxel, slices] : pixelsOf(stack, volume.excludedSlices)) {
        Candidate candidate{supervoxel, {}};
        for (const auto& [z, count] : slices) {
            const auto next = slices.find(stack.slices == 1 ? z : z + 1);
            if (next != slices.end() && std::max(count, next->second) >= kSmallestMask) candidate.slices.push_back(z);
        }
        if (!candidate.slices.empty()) result.supervoxels.push_back(std::move(candidate));
    }
    return result;
}

double EpisodeSampler::position(int volume, int slice) const {
    return slice / std::max(volumes_[static_cast<std::size_t>(volume)].image.slices - 1.0, 1.0);
}

EpisodeChoice EpisodeSampler::chooseLabel(EpisodeRandom& random) const {
    const auto among = [&random](const auto& list) -> const auto& {
        return list[static_cast<std::size_t>(random.below(static_cast<int>(list.size())))];
    };
    const auto& known = among(labels_);
    const auto& [volume, slices] = among(known.volumes);
    const int slice = among(slices);
    const bool alone = slices.size() == 1;  // the query is to be found in another volume, if it is shown there
    std::vector<std::size_t> others;
    for (std::size_t i = 0; i < known.volumes.size(); ++i)
        if (!alone || known.volumes.size() == 1 || known.volumes[i].first != volume) others.push_back(i);
    const auto& [queryVolume, querySlices] = known.volumes[among(others)];
    const double wanted = position(volume, slice);
    int nearest = -1;
    for (const int z : querySlices) {
        if (queryVolume == volume && z == slice && !alone) continue;
        const auto distance = [&, v = queryVolume](int other) { return std::abs(position(v, other) - wanted); };
        if (nearest < 0 || distance(z) < distance(nearest)) nearest = z;
    }
    return {volume, known.label, slice, nearest, queryVolume, true};
}

EpisodeChoice EpisodeSampler::choose(EpisodeRandom& random) const {
    if (!labels_.empty() && (candidates_.empty() || random.chance(labelShare_))) return chooseLabel(random);
    const auto& volume = candidates_[random.below(static_cast<int>(candidates_.size()))];
    const auto& candidate = volume.supervoxels[random.below(static_cast<int>(volume.supervoxels.size()))];
    const int z = candidate.slices[random.below(static_cast<int>(candidate.slices.size()))];
    const int next = volumes_[volume.volume].image.slices == 1 ? z : z + 1;
    const bool rising = random.coin();
    return {volume.volume, candidate.supervoxel, rising ? z : next, rising ? next : z, volume.volume};
}

Episode EpisodeSampler::cut(const EpisodeChoice& choice, EpisodeRandom& random) const {
    struct Side {
        FloatImage image, mask;
    };
    const auto side = [&](int index, int slice) -> Side {
        const auto& volume = volumes_[static_cast<std::size_t>(index)];
        return {imageOf(volume.image, slice),
                maskOf(choice.labelled ? volume.labels : volume.supervoxels, slice, choice.supervoxel)};
    };
    Side support = side(choice.volume, choice.supportSlice);
    Side query = side(choice.queryVolume, choice.querySlice);

    Side& brightened = random.coin() ? query : support;
    applyGamma(brightened.image, random.uniform(kSmallestGamma, kLargestGamma));
    Side& moved = random.coin() ? query : support;
    const Warp warp = randomWarp(moved.image.width, moved.image.height, random);
    moved.image = warped(moved.image, warp);
    moved.mask = warped(moved.mask, warp);
    for (auto& pixel : moved.mask.pixels) pixel = pixel >= 0.5f ? 1.f : 0.f;
    // A few pixels at the border can leave the slice; the other side has the object then.
    const auto shows = [](const Side& side) {
        return std::find(side.mask.pixels.begin(), side.mask.pixels.end(), 1.f) != side.mask.pixels.end();
    };
    if (!shows(support)) std::swap(support, query);

    const auto threeChannels = [](const FloatImage& image) {
        return tensorOf(image).expand({1, 3, image.height, image.width});
    };
    return {threeChannels(support.image), tensorOf(support.mask), threeChannels(query.image), tensorOf(query.mask)};
}

Episode EpisodeSampler::episode(std::uint64_t seed, std::int64_t index) const {
    EpisodeRandom random(seed, static_cast<std::uint64_t>(index));
    const EpisodeChoice choice = choose(random);
    return cut(choice, random);
}

}  // namespace protolabel::fewshot
