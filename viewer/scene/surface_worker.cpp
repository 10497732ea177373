#include "viewer/scene/surface_worker.h"

#include <vtkPolyData.h>

#include <utility>

namespace protolabel::viewer {

SurfaceWorker::SurfaceWorker() : thread_([this] { run(); }) {}

SurfaceWorker::~SurfaceWorker() {
    {
        const std::lock_guard guard(mutex_);
        ending_ = true;
        ++generation_;
    }
    wake_.notify_all();
    thread_.join();
}

void SurfaceWorker::onFinished(std::function<void()> callback) {
    const std::lock_guard guard(mutex_);
    finished_ = std::move(callback);
}

void SurfaceWorker::setSource(std::shared_ptr<const LabelSource> source, const imaging::Geometry& geometry) {
    const std::lock_guard guard(mutex_);
    source_ = std::move(source);
    geometry_ = geometry;
    waiting_.clear();
    done_.clear();
    ++generation_;
}

void SurfaceWorker::request(const std::set<std::uint16_t>& ids) {
    {
        const std::lock_guard guard(mutex_);
        waiting_.insert(ids.begin(), ids.end());
        ++generation_;
    }
    wake_.notify_all();
}

void SurfaceWorker::setPaused(bool paused) {
    {
        const std::lock_guard guard(mutex_);
        paused_ = paused;
        if (paused) ++generation_;
    }
    wake_.notify_all();
}

Surfaces SurfaceWorker::take() {
    const std::lock_guard guard(mutex_);
    return std::exchange(done_, {});
}

int SurfaceWorker::extractions() const {
    const std::lock_guard guard(mutex_);
    return extractions_;
}

void SurfaceWorker::run() {
    std::unique_lock lock(mutex_);
    for (;;) {
        wake_.wait(lock, [&] { return ending_ || ready(); });
        // Drawing goes on: wait until it pauses.
        auto generation = generation_;
        while (!ending_ && wake_.wait_for(lock, kPause, [&] { return ending_ || generation_ != generation; }))
            generation = generation_;
        if (ending_) return;
        if (!ready()) continue;

        const auto source = source_;
        const auto geometry = geometry_;
        const auto ids = waiting_;
        lock.unlock();
        const auto stale = [&] {
            const std::lock_guard guard(mutex_);
            return generation_ != generation;
        };
        auto surfaces = extractSurfaces(*source, geometry, ids, stale);
        lock.lock();
        if (!surfaces || generation_ != generation) continue;  // the ids still wait
        waiting_.clear();
        extractions_ += static_cast<int>(surfaces->size());
        for (auto& [id, surface] : *surfaces) done_[id] = std::move(surface);
        if (const auto callback = finished_) {
            lock.unlock();
            callback();
            lock.lock();
        }
    }
}

}  // namespace protolabel::viewer
