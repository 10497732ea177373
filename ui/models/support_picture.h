#pragma once

#include <QColor>
#include <QImage>

#include "core/imaging/volume.h"
#include "core/labels/image2d.h"
#include "viewer/base/window.h"

namespace protolabel::ui {

/// A slice in grey with the outline of a mask (native slice grid) over it, `side` pixels a side, true to mm, turned as in the views, centred on black. Any
/// thread.
QImage supportPicture(const imaging::Volume& volume, int axis, int slice, const viewer::Window& window,
                      const labels::Mask& mask, const QColor& color, int side);

/// Draws the outline of another mask into such a picture.
void outlineMask(QImage& picture, const imaging::Volume& volume, int axis, const labels::Mask& mask,
                 const QColor& color);

}  // namespace protolabel::ui
