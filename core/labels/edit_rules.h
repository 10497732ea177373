#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "core/labels/label_table.h"
#include "core/labels/scalar_view.h"

namespace protolabel::labels {

/// Which voxels a label may be painted over, besides its own. Locked labels never.
enum class PaintOver { Everything, Background, Visible, OneLabel };

/// What an edit may change.
struct EditRules {
    std::vector<Label> labels;  ///< their locks and visibility; a label that is not listed is unlocked and visible
    PaintOver over = PaintOver::Everything;
    std::uint16_t onlyLabel = 0;          ///< of PaintOver::OneLabel; 0 is background
    std::optional<IntensityRange> range;  ///< only voxels of these values, read from `image`
    ScalarView image;                     ///< must outlive the edit
};

/// Voxels that an edit wanted to change and did not, by cause.
struct Stopped {
    std::int64_t locked = 0;        ///< the voxel's label, or the one to paint, is locked
    std::int64_t kept = 0;          ///< PaintOver spares the voxel's label
    std::int64_t outOfRange = 0;    ///< the value there is outside the intensity range
    std::uint16_t lockedLabel = 0;  ///< the last one met
    std::uint16_t keptLabel = 0;    ///< the last one met; 0 may be background
    bool operator==(const Stopped&) const = default;
};

/// The rules as a table: one look-up a voxel.
class Gate {
public:
    explicit Gate(const EditRules& rules);

    /// May a voxel of label `old` become `label`? Counts what it stops.
    bool paints(std::uint16_t old, std::uint16_t label, std::size_t offset, Stopped& stopped) const;
    /// May a voxel of label `old` become background?
    bool erases(std::uint16_t old, std::size_t offset, Stopped& stopped) const;

private:
    bool locked(std::uint16_t label, Stopped& stopped) const;
    bool inRange(std::size_t offset, Stopped& stopped) const;

    std::vector<std::uint8_t> flags_;  ///< per label: bits kLocked and kKept
    std::optional<IntensityRange> range_;
    ScalarView image_;
};

}  // namespace protolabel::labels
