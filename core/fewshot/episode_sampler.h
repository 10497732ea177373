#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "core/base/slice_stack.h"
#include "core/fewshot/augmentation.h"
#include "core/fewshot/method.h"
#include "core/fewshot/training_volume.h"

namespace protolabel::fewshot {

/// What one episode is cut from.
struct EpisodeChoice {
    int volume = 0;  ///< of the support
    std::int32_t supervoxel = 0;
    int supportSlice = 0;
    int querySlice = 0;     ///< of a supervoxel: supportSlice + 1 or - 1; the same slice of a volume that has only one
    int queryVolume = 0;    ///< of a supervoxel: `volume`
    bool labelled = false;  ///< `supervoxel` is a label
};

/// Draws the episodes of methods.md, Training. `volumes` must outlive the sampler. Safe to use from several threads.
class EpisodeSampler {
public:
    static constexpr int kSmallestMask = 200;  ///< pixels, on at least one of the two slices
    static constexpr int kSmallestLabel = 50;  ///< pixels of a label, on each slice that shows it

    /// A 2-D image (a volume of one slice) is support and query of its episodes, of which the augmentation makes two views.
    /// Throws Error "train.no_episodes" when no supervoxel has two neighbouring slices, one of them with kSmallestMask
    /// pixels, or so many on a 2-D image, and no label is known; "train.volume" when image and supervoxels or labels of a volume differ in
    /// size. `labelShare`: of the episodes are about labels where any are known.
    explicit EpisodeSampler(const std::vector<TrainingVolume>& volumes, double labelShare = 0.5);

    /// Volumes, supervoxels of a volume and slice pairs of a supervoxel are equally likely. Of labels: labels, volumes that show one (for
    /// support and query each), and its slices there for the support; the query is the slice of its volume that is nearest to the support in
    /// relative position, another one than the support wherever there is another.
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
    /// A label and where it is shown: per volume its slices, ascending.
    struct LabelClass {
        std::int32_t label;
        std::vector<std::pair<int, std::vector<int>>> volumes;
    };
    static Candidates candidatesOf(const TrainingVolume& volume, int index);
    void findLabels();
    EpisodeChoice chooseLabel(EpisodeRandom& random) const;
    double position(int volume, int slice) const;

    const std::vector<TrainingVolume>& volumes_;
    const double labelShare_;
    std::vector<Candidates> candidates_;
    std::vector<LabelClass> labels_;
};

}  // namespace protolabel::fewshot
