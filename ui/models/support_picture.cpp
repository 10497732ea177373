#include "ui/models/support_picture.h"

#include <QPainter>
#include <algorithm>

#include "core/labels/grid.h"
#include "viewer/base/slice_reader.h"

namespace protolabel::ui {

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
    const double widthMm = width * volume.geometry.spacing[x], heightMm = height * volume.geometry.spacing[y];
    const double scale = side / std::max(widthMm, heightMm);
    const QRectF place((side - widthMm * scale) / 2, (side - heightMm * scale) / 2, widthMm * scale, heightMm * scale);
    QImage result(side, side, QImage::Format_RGB32);
    result.fill(Qt::black);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place, picture.scaled(place.size().toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    if (mask.width != width || mask.height != height) return result;
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
    return result;
}

}  // namespace protolabel::ui
