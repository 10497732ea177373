#include "ui/models/support_picture.h"

#include <QPainter>
#include <algorithm>

#include "core/labels/grid.h"
#include "viewer/base/slice_reader.h"
#include "viewer/base/view_plane.h"

namespace protolabel::ui {

/// Where the slice is in a picture of `side` pixels: true to mm, centred.
static QRectF placeOf(const imaging::Volume& volume, const labels::Plane& plane, int side) {
    const auto x = static_cast<std::size_t>(plane.xAxis()), y = static_cast<std::size_t>(plane.yAxis());
    const double width = static_cast<double>(volume.geometry.size[x]) * volume.geometry.spacing[x];
    const double height = static_cast<double>(volume.geometry.size[y]) * volume.geometry.spacing[y];
    const double scale = side / std::max(width, height);
    return {(side - width * scale) / 2, (side - height * scale) / 2, width * scale, height * scale};
}

/// Turns and mirrors the square as the views do.
static QTransform asViewed(const imaging::Volume& volume, const labels::Plane& plane, int side) {
    const auto view = viewer::viewPlane(volume.geometry, plane.axis);
    QTransform turn;
    turn.translate(side / 2.0, side / 2.0);
    turn.scale(view.rightReversed ? -1 : 1, view.downReversed ? -1 : 1);
    if (view.rightAxis != plane.xAxis()) turn = QTransform(0, 1, 1, 0, 0, 0) * turn;
    turn.translate(-side / 2.0, -side / 2.0);
    return turn;
}

QImage supportPicture(const imaging::Volume& volume, int axis, int slice, const viewer::Window& window,
                      const labels::Mask& mask, const QColor& color, int side) {
    const labels::Plane plane{axis, slice};
    const auto x = static_cast<std::size_t>(plane.xAxis()), y = static_cast<std::size_t>(plane.yAxis());
    const int width = static_cast<int>(volume.geometry.size[x]), height = static_cast<int>(volume.geometry.size[y]);
    std::vector<float> values(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    viewer::readSlice(volume, axis, slice, values);
    QImage picture(width, height, QImage::Format_RGB32);
    for (int row = 0; row < height; ++row) {
        auto* line = reinterpret_cast<QRgb*>(picture.scanLine(row));
        for (int column = 0; column < width; ++column) {
            const double value = values[static_cast<std::size_t>(row) * static_cast<std::size_t>(width) +
                                        static_cast<std::size_t>(column)];
            const int grey = std::clamp(static_cast<int>(255 * (value - window.low) / window.width()), 0, 255);
            line[column] = qRgb(grey, grey, grey);
        }
    }
    const QRectF place = placeOf(volume, plane, side);
    QImage result(side, side, QImage::Format_RGB32);
    result.fill(Qt::black);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(asViewed(volume, plane, side));
    painter.drawImage(place, picture.scaled(place.size().toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.end();
    outlineMask(result, volume, axis, mask, color);
    return result;
}

void outlineMask(QImage& picture, const imaging::Volume& volume, int axis, const labels::Mask& mask,
                 const QColor& color) {
    const labels::Plane plane{axis, 0};
    const int width = static_cast<int>(volume.geometry.size[static_cast<std::size_t>(plane.xAxis())]);
    const int height = static_cast<int>(volume.geometry.size[static_cast<std::size_t>(plane.yAxis())]);
    if (mask.width != width || mask.height != height) return;
    const QRectF place = placeOf(volume, plane, picture.width());
    QPainter painter(&picture);
    painter.setTransform(asViewed(volume, plane, picture.width()));
    // The edges of the pixels that have a neighbour outside.
    painter.setPen(QPen(color, 1.2));
    const auto in = [&](int column, int row) {
        return column >= 0 && row >= 0 && column < width && row < height && mask.at(column, row) != 0;
    };
    const auto corner = [&](int column, int row) {
        return QPointF(place.left() + column * place.width() / width, place.top() + row * place.height() / height);
    };
    for (int row = 0; row <= height; ++row)
        for (int column = 0; column <= width; ++column) {
            if (in(column, row) != in(column, row - 1)) painter.drawLine(corner(column, row), corner(column + 1, row));
            if (in(column, row) != in(column - 1, row)) painter.drawLine(corner(column, row), corner(column, row + 1));
        }
}

}  // namespace protolabel::ui
