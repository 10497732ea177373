#include "ui/models/thumbnail_maker.h"

#include <mutex>
#include <utility>
#include <vector>

#include "core/workflow/thumbnails.h"
#include "ui/session/jobs.h"

namespace protolabel::ui {

struct ThumbnailMaker::Shared {
    std::mutex mutex;
    std::vector<project::VolumeRecord> wishes;  ///< the latest last
    struct Made {
        VolumeId volume;
        std::string content;
        QImage picture;
    };
    std::vector<Made> made;
    workflow::Thumbnails thumbnails;  ///< of the one job's thread
};

static QImage toImage(const workflow::Thumbnails::Picture& picture) {
    const QImage grey(picture.pixels.data(), picture.width, picture.height, picture.width, QImage::Format_Grayscale8);
    return grey.copy();
}

ThumbnailMaker::ThumbnailMaker(Jobs& jobs, QObject* parent)
    : QObject(parent), jobs_(jobs), shared_(std::make_shared<Shared>()) {
    connect(&jobs, &Jobs::progressed, this, [this](int number) {
        if (number == job_) collect();
    });
}

QImage ThumbnailMaker::picture(const project::VolumeRecord& record) {
    const auto [found, wished] = pictures_.try_emplace(record.contentHash);
    if (wished) {
        {
            const std::lock_guard lock(shared_->mutex);
            shared_->wishes.push_back(record);
        }
        // Not from within a view's painting.
        if (!std::exchange(startPosted_, true))
            QMetaObject::invokeMethod(
                this, [this] { start(); }, Qt::QueuedConnection);
    }
    return found->second;
}

void ThumbnailMaker::forgetWishes() {
    const std::lock_guard lock(shared_->mutex);
    for (const auto& record : std::exchange(shared_->wishes, {})) pictures_.erase(record.contentHash);
}

void ThumbnailMaker::start() {
    startPosted_ = false;
    {
        const std::lock_guard lock(shared_->mutex);
        if (job_ != 0 || shared_->wishes.empty()) return;
    }
    job_ = jobs_.start(
        tr("Make thumbnails"),
        [shared = shared_](JobControl& control) -> Jobs::Finish {
            for (std::int64_t done = 0;; ++done) {
                control.check();
                project::VolumeRecord record;
                {
                    const std::lock_guard lock(shared->mutex);
                    control.progress({"", done, done + static_cast<std::int64_t>(shared->wishes.size()), {}});
                    if (shared->wishes.empty()) return {};
                    record = std::move(shared->wishes.back());
                    shared->wishes.pop_back();
                }
                Shared::Made made{record.id, record.contentHash, {}};
                try {
                    made.picture = toImage(shared->thumbnails.make(record));
                } catch (const Error&) {
                    // A file that is missing or damaged has no picture; the list says so by other means.
                }
                const std::lock_guard lock(shared->mutex);
                shared->made.push_back(std::move(made));
            }
        },
        this, {},
        [this](int) {
            job_ = 0;
            collect();
            start();
        });
}

void ThumbnailMaker::collect() {
    std::vector<Shared::Made> all;
    {
        const std::lock_guard lock(shared_->mutex);
        all = std::exchange(shared_->made, {});
    }
    for (auto& one : all) {
        pictures_[one.content] = std::move(one.picture);
        emit made(one.volume);
    }
}

}  // namespace protolabel::ui
