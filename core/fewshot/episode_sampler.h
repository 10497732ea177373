#pragma once

#include <cstdint>
#include <vector>

#include "core/base/slice_stack.h"
#include "core/fewshot/augmentation.h"
#include "core/fewshot/method.h"
#include "core/fewshot/training_volume.h"

namespace protolabel::fewshot {

/// What one episode is cut from.
struct EpisodeChoice {
    int volume = 0;
    std::int32_t supervoxel = 0;
    int supportSlice = 0;
    int querySlice = 0;  ///< supportSlice + 1 or - 1; the same slice of a volume that has only one
};

/// Draws the episodes of methods.md, Training. `volumes` must outlive the sampler. Safe to use from several threads.
class EpisodeSampler {
public:
    static constexpr int kSmallestMask = 200;  ///< pixels, on at least one of the two slices

    /// A 2-D image (a volume of one slice) is support and query of its episodes, of which the augmentation makes two views.
    /// Throws Error "train.no_episodes" when no supervoxel has two neighbouring slices, one of them with kSmallestMask
    /// pixels, or so many on a 2-D image, and "train.volume" when image and supervoxels of a volume differ in size.
    explicit EpisodeSampler(const std::vector<TrainingVolume>& volumes);

    /// Volumes, supervoxels of a volume and slice pairs of a supervoxel are equally likely.
    EpisodeChoice choose(EpisodeRandom& random) const;

    /// The augmented tensors of one choice, on the CPU.
    Episode cut(const EpisodeChoice& choice, EpisodeRandom& random) const;

    /// Episode number `index` of the training run `seed`.
    Episode episode(std::uint64_t seed, std::int64_t index) const;

private:
    struct Candidate {
        std::int32_t supervoxel;
        std::vector<int> slices;  ///< z of usable pairs (z, z + 1), or 0 of a 2-D image
    };
    struct Candidates {
        int volume;
        std::vector<Candidate> supervoxels;
    };
    static Candidates candidatesOf(const TrainingVolume& volume, int index);

    const std::vector<TrainingVolume>& volumes_;
    std::vector<Candidates> candidates_;
};

}  // namespace protolabel::fewshot
