#include "viewer/scene/surface_extraction.h"

#include <vtkFlyingEdges3D.h>
#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPolyData.h>
#include <vtkPolyDataNormals.h>
#include <vtkReverseSense.h>
#include <vtkUnsignedCharArray.h>
#include <vtkWindowedSincPolyDataFilter.h>

#include <vector>

namespace protolabel::viewer {

namespace {

constexpr std::int64_t kCells = 2'000'000;
constexpr int kSmoothingPasses = 30;
constexpr double kPassBand = 0.03;  // of the mesh's frequencies: lower is smoother

labels::Index3 sizeOf(const imaging::Geometry& geometry) {
    return {static_cast<int>(geometry.size[0]), static_cast<int>(geometry.size[1]), static_cast<int>(geometry.size[2])};
}

/// Boxes around the voxels of each id; nothing when stopped.
std::optional<std::map<std::uint16_t, labels::Box>> boxesOf(const LabelSource& source, const labels::Index3& size,
                                                            const std::set<std::uint16_t>& ids,
                                                            const std::function<bool()>& stop) {
    std::vector<std::uint16_t> slice(static_cast<std::size_t>(size[0]) * size[1]);
    // Neighbours mostly have the same id: rows are taken run by run, and ids are looked up in a table.
    std::vector<labels::Box> boxes(65536);
    for (int k = 0; k < size[2]; ++k) {
        if (stop()) return std::nullopt;
        source.read(2, k, {0, 0, size[0], size[1]}, slice);
        for (int j = 0; j < size[1]; ++j) {
            const std::uint16_t* row = slice.data() + static_cast<std::size_t>(j) * size[0];
            for (int i = 0; i < size[0];) {
                const int first = i;
                while (i < size[0] && row[i] == row[first]) ++i;
                if (row[first] != 0) {
                    auto& box = boxes[row[first]];
                    box = box.united({{first, j, k}, {i, j + 1, k + 1}});
                }
            }
        }
    }
    std::map<std::uint16_t, labels::Box> wanted;
    for (const std::uint16_t id : ids) wanted[id] = boxes[id];
    return wanted;
}

/// Voxels per cell along each axis: the finest cells are enlarged until there are few enough.
labels::Index3 cellSize(const labels::Box& box, const imaging::Vec3& spacing) {
    labels::Index3 factor{1, 1, 1};
    const auto cells = [&] {
        std::int64_t product = 1;
        for (int a = 0; a < 3; ++a) product *= box.extent(a) / factor[a] + 1;
        return product;
    };
    while (cells() > kCells) {
        int finest = 0;
        for (int a = 1; a < 3; ++a)
            if (spacing[a] * factor[a] < spacing[finest] * factor[finest]) finest = a;
        ++factor[finest];
    }
    return factor;
}

/// How much of each cell the label fills, 0..255, with one empty cell around.
vtkSmartPointer<vtkImageData> filledCells(const LabelSource& source, std::uint16_t id, const labels::Box& box,
                                          const imaging::Vec3& spacing) {
    const labels::Index3 factor = cellSize(box, spacing);
    labels::Index3 cells;
    double origin[3], step[3];
    for (int a = 0; a < 3; ++a) {
        cells[a] = (box.extent(a) + factor[a] - 1) / factor[a] + 2;
        step[a] = spacing[a] * factor[a];
        origin[a] =
            spacing[a] * (box.lower[a] + (factor[a] - 1) / 2.) - step[a];  // the middle of the first, empty cell
    }
    std::vector<std::uint16_t> counts(static_cast<std::size_t>(cells[0]) * cells[1] * cells[2], 0);
    const Rect rect = inSlice(box, 2, box.lower[2]);
    std::vector<std::uint16_t> slice(static_cast<std::size_t>(rect.area()));
    for (int k = box.lower[2]; k < box.upper[2]; ++k) {
        source.read(2, k, rect, slice);
        const std::uint16_t* voxel = slice.data();
        for (int j = 0; j < rect.height; ++j) {
            const auto row = (static_cast<std::size_t>((k - box.lower[2]) / factor[2] + 1) * cells[1] +
                              static_cast<std::size_t>(j / factor[1] + 1)) *
                                 cells[0] +
                             1;
            for (int i = 0; i < rect.width; ++i, ++voxel)
                if (*voxel == id) ++counts[row + static_cast<std::size_t>(i / factor[0])];
        }
    }
    vtkNew<vtkUnsignedCharArray> values;
    values->SetNumberOfValues(static_cast<vtkIdType>(counts.size()));
    const int full = factor[0] * factor[1] * factor[2];
    for (std::size_t n = 0; n < counts.size(); ++n)
        values->SetValue(static_cast<vtkIdType>(n), static_cast<unsigned char>(counts[n] * 255 / full));
    auto image = vtkSmartPointer<vtkImageData>::New();
    image->SetDimensions(cells.data());
    image->SetSpacing(step);
    image->SetOrigin(origin);
    image->GetPointData()->SetScalars(values);
    return image;
}

/// Whether the grid's axes are left-handed in the world: triangles seen from outside then run the other way round.
bool mirrored(const imaging::Geometry& geometry) {
    const auto& [a, b, c] = geometry.direction;
    return a[0] * (b[1] * c[2] - b[2] * c[1]) + a[1] * (b[2] * c[0] - b[0] * c[2]) +
               a[2] * (b[0] * c[1] - b[1] * c[0]) <
           0;
}

vtkSmartPointer<vtkPolyData> smoothSurface(vtkImageData* cells, bool reversed) {
    vtkNew<vtkFlyingEdges3D> edges;
    edges->SetInputData(cells);
    edges->SetValue(0, 127.5);
    edges->ComputeNormalsOff();
    edges->ComputeGradientsOff();
    edges->ComputeScalarsOff();
    vtkNew<vtkWindowedSincPolyDataFilter> smooth;
    smooth->SetInputConnection(edges->GetOutputPort());
    smooth->SetNumberOfIterations(kSmoothingPasses);
    smooth->SetPassBand(kPassBand);
    smooth->BoundarySmoothingOff();
    smooth->FeatureEdgeSmoothingOff();
    smooth->NonManifoldSmoothingOn();
    smooth->NormalizeCoordinatesOn();
    vtkNew<vtkPolyDataNormals> normals;
    normals->SetInputConnection(smooth->GetOutputPort());
    normals->SplittingOff();
    vtkNew<vtkReverseSense> outside;  // only the triangles: the normals are right as they are
    outside->SetInputConnection(normals->GetOutputPort());
    outside->SetReverseCells(reversed);
    outside->ReverseNormalsOff();
    outside->Update();
    vtkSmartPointer<vtkPolyData> surface = outside->GetOutput();
    return surface;
}

}  // namespace

std::optional<Surfaces> extractSurfaces(const LabelSource& source, const imaging::Geometry& geometry,
                                        const std::set<std::uint16_t>& ids, const std::function<bool()>& stop) {
    const auto boxes = boxesOf(source, sizeOf(geometry), ids, stop);
    if (!boxes) return std::nullopt;
    Surfaces surfaces;
    for (const auto& [id, box] : *boxes) {
        if (stop()) return std::nullopt;
        surfaces[id] = box.empty() ? vtkSmartPointer<vtkPolyData>::New()
                                   : smoothSurface(filledCells(source, id, box, geometry.spacing), mirrored(geometry));
    }
    return surfaces;
}

}  // namespace protolabel::viewer
