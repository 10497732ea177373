#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <set>
#include <thread>

#include "viewer/scene/surface_extraction.h"

namespace protolabel::viewer {

/// A thread that extracts the surfaces of changed labels. It waits until changes pause, starts over when a change makes its work
/// stale, and hands over only what is up to date. All calls from the thread that owns the views. Private to the layer.
class SurfaceWorker {
public:
    SurfaceWorker();
    ~SurfaceWorker();  ///< stops at once and waits for the thread

    /// Called on the worker's thread when `take` has something.
    void onFinished(std::function<void()> callback);

    /// Another source: everything under way or finished is dropped. May be null.
    void setSource(std::shared_ptr<const LabelSource> source, const imaging::Geometry& geometry);
    void request(const std::set<std::uint16_t>& ids);  ///< of labels whose voxels changed
    void setPaused(bool paused);                       ///< requests wait meanwhile

    Surfaces take();                                         ///< what was finished since the last call
    int extractions() const;                                 ///< labels extracted since the beginning
    static constexpr std::chrono::milliseconds kPause{200};  ///< without changes before the work begins

private:
    void run();
    bool ready() const { return source_ && !paused_ && !waiting_.empty(); }

    mutable std::mutex mutex_;
    std::condition_variable wake_;
    std::function<void()> finished_;
    std::shared_ptr<const LabelSource> source_;
    imaging::Geometry geometry_;
    std::set<std::uint16_t> waiting_;
    Surfaces done_;
    std::uint64_t generation_ = 0;  ///< grows with every request and source: work of an older one is stale
    int extractions_ = 0;
    bool paused_ = false, ending_ = false;
    std::thread thread_;
};

}  // namespace protolabel::viewer
