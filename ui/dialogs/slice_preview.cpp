#include "ui/dialogs/slice_preview.h"

#include "core/imaging/thumbnail.h"
#include "ui/session/error_text.h"
#include "ui/session/jobs.h"

namespace protolabel::ui {

static constexpr int kSide = 220;

/// The middle slice as lists show it, as large as the preview lets it be.
static QImage middleSlice(const imaging::Volume& volume) {
    constexpr int kRoom = kSide - 2;  // within the frame
    const auto slice = imaging::thumbnail(volume, imaging::sliceAxis(volume.geometry), kRoom);
    const QImage picture(slice.pixels.data(), slice.width, slice.height, slice.width, QImage::Format_Grayscale8);
    return picture.scaled(kRoom, kRoom, Qt::KeepAspectRatio, Qt::SmoothTransformation);
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
            const QImage picture = middleSlice(imaging::readVolume(source));
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
