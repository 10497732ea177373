#include "ui/dialogs/slice_preview.h"

#include <algorithm>

#include "ui/session/error_text.h"
#include "ui/session/jobs.h"
#include "viewer/base/slice_reader.h"
#include "viewer/base/view_plane.h"
#include "viewer/base/window.h"

namespace protolabel::ui {

static constexpr int kSide = 220;

QImage middleSlice(const imaging::Volume& volume, int side) {
    const int axis = imaging::sliceAxis(volume.geometry);
    const auto plane = viewer::viewPlane(volume.geometry, axis);
    const auto layout = imaging::sliceLayout(volume.geometry, axis);
    std::vector<float> values(static_cast<std::size_t>(layout.width) * static_cast<std::size_t>(layout.height));
    viewer::readSlice(volume, axis, layout.slices / 2, values);
    const auto window = viewer::automaticWindow(volume);

    QImage picture(plane.columns, plane.rows, QImage::Format_Grayscale8);
    const bool turned = plane.rightAxis != layout.xAxis;
    for (int row = 0; row < plane.rows; ++row) {
        auto* line = picture.scanLine(row);
        for (int column = 0; column < plane.columns; ++column) {
            const int right = plane.rightReversed ? plane.columns - 1 - column : column;
            const int down = plane.downReversed ? plane.rows - 1 - row : row;
            const int x = turned ? down : right, y = turned ? right : down;
            const double value = values[static_cast<std::size_t>(y) * static_cast<std::size_t>(layout.width) +
                                        static_cast<std::size_t>(x)];
            line[column] = static_cast<uchar>(std::clamp((value - window.low) / window.width(), 0.0, 1.0) * 255);
        }
    }
    const double scale = side / std::max(plane.widthMm(), plane.heightMm());
    return picture.scaled(std::max(1, static_cast<int>(plane.widthMm() * scale)),
                          std::max(1, static_cast<int>(plane.heightMm() * scale)), Qt::IgnoreAspectRatio,
                          Qt::SmoothTransformation);
}

SlicePreview::SlicePreview(Jobs& jobs, QWidget* parent) : QLabel(parent), jobs_(jobs) {
    setObjectName("preview");
    setAccessibleName(tr("Middle slice"));
    setFixedSize(kSide, kSide);
    setAlignment(Qt::AlignCenter);
    setWordWrap(true);
    setFrameShape(QFrame::StyledPanel);
}

void SlicePreview::show(const std::optional<imaging::VolumeSource>& source) {
    if (job_ != 0) jobs_.cancel(job_);
    job_ = 0;
    clear();
    if (!source) return;
    setText(tr("Reading..."));
    job_ = jobs_.start(
        tr("Preview"),
        [this, source = *source](JobControl&) -> Jobs::Finish {
            const QImage picture = middleSlice(imaging::readVolume(source), kSide - 2);
            return [this, picture] {
                job_ = 0;
                setPixmap(QPixmap::fromImage(picture));
                emit shown();
            };
        },
        this,
        [this](const Error& error) {
            job_ = 0;
            setText(errorText(error));
        });
}

}  // namespace protolabel::ui
