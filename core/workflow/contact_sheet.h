#pragma once

#include <vector>

#include "core/imaging/label_map.h"
#include "core/imaging/volume.h"
#include "core/labels/image2d.h"
#include "core/labels/label_table.h"

namespace protolabel::workflow {

/// Pictures for a quick look: rows of slices, grey image under coloured labels.
class ContactSheet {
public:
    /// Tiles of `tile` x `tile` pixels, `columns` in a row.
    ContactSheet(std::vector<labels::Label> labels, int columns, int tile)
        : labels_(std::move(labels)), columns_(columns), tile_(tile) {}

    /// One row: slices spread evenly over those that show a label in `truth`. `predicted` is filled half-transparently, `truth` outlined.
    void addRow(const imaging::Volume& image, const imaging::LabelMap& truth, const imaging::LabelMap& predicted,
                int axis);

    labels::Image2D<labels::Color> image() const;

private:
    labels::Image2D<labels::Color> makeTile(const labels::Image2D<labels::Color>& slice) const;
    labels::Color colorOf(std::uint16_t id) const;

    std::vector<labels::Label> labels_;
    int columns_;
    int tile_;
    std::vector<std::vector<labels::Image2D<labels::Color>>> rows_;
};

}  // namespace protolabel::workflow
