#pragma once

#include <vtkSmartPointer.h>

#include <functional>
#include <map>
#include <optional>
#include <set>

#include "core/imaging/geometry.h"
#include "viewer/base/label_source.h"

class vtkPolyData;

namespace protolabel::viewer {

using Surfaces = std::map<std::uint16_t, vtkSmartPointer<vtkPolyData>>;  ///< by label id

/// Closed smooth surfaces of the labels `ids`, in index * spacing (mm along the grid's own axes); a label without voxels gets an
/// empty one. Large labels are averaged down to about two million cells. Reads the source twice, slice by slice.
/// Returns nothing as soon as `stop` says true. On any thread. Private to the layer.
std::optional<Surfaces> extractSurfaces(const LabelSource& source, const imaging::Geometry& geometry,
                                        const std::set<std::uint16_t>& ids, const std::function<bool()>& stop);

}  // namespace protolabel::viewer
