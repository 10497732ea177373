#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/labels/label_volume.h"

/// What raters say of voxels. Voxels of which they say the same are one ballot: hundreds stand for millions of voxels.
namespace protolabel::consensus {

using Ballot = std::vector<std::uint16_t>;  ///< by rater: a label, or 0 for background

class Votes {
public:
    explicit Votes(std::size_t raters) : raters_(raters) {}

    /// Counts a volume, given once by every rater. Throws Error "mask.size" when grids or the number of raters differ.
    void add(const std::vector<const labels::LabelVolume*>& volume);

    std::size_t raters() const { return raters_; }
    const std::map<Ballot, std::int64_t>& ballots() const { return ballots_; }

private:
    std::size_t raters_;
    std::map<Ballot, std::int64_t> ballots_;
};

/// What each ballot means; nothing: it is undecided.
using Verdicts = std::map<Ballot, std::optional<std::uint16_t>>;

/// The label with the most votes; undecided where several have as many.
Verdicts majority(const Votes& votes);

struct Decided {
    labels::LabelVolume labels;                ///< undecided voxels are background
    std::vector<std::int64_t> undecided = {};  ///< voxels, by slice along the axis
};
/// The volume that the verdicts make of what the raters say, all of whose ballots must be among them. `axis`: of the slices.
Decided decide(const std::vector<const labels::LabelVolume*>& volume, const Verdicts& verdicts, int axis);

}  // namespace protolabel::consensus
