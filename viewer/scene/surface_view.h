#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "core/imaging/geometry.h"
#include "viewer/base/label_source.h"
#include "viewer/base/styles.h"
#include "viewer/scene/view.h"

namespace protolabel::viewer {

/// Surfaces of the labels in 3-D, in their volume seen from the patient's front; only who looks moves the camera. They are extracted on a thread of their own, only for
/// labels that changed, once changes pause. Colours and visibility take effect at once.
class SurfaceView : public View {
public:
    static constexpr int kPauseMs = 200;  ///< without changes before extraction begins

    SurfaceView();
    ~SurfaceView() override;

    /// A null source shows an empty box of the volume's outline. Extracts the labels that setColors names.
    void setLabels(std::shared_ptr<const LabelSource> source, const imaging::Geometry& geometry);
    void setOriented(bool oriented);  ///< before setLabels: whether the sides are known, "?" otherwise
    void labelsChanged(const std::set<std::uint16_t>& ids);
    void setColors(const std::vector<LabelColor>& colors);
    void setPosition(const imaging::Vec3& voxel);  ///< of the cross in the volume
    void setPaused(bool paused);                   ///< not on screen: changes are kept for later

    /// `callback` runs on the extracting thread; it has to make the views' thread call `takeFinished`.
    void onFinished(std::function<void()> callback);
    void takeFinished();
    int extractions() const;                   ///< labels extracted since the beginning
    int triangles(std::uint16_t label) const;  ///< of its surface as shown; 0 when there is none

    void rotate(double dx, double dy);  ///< by a drag of device pixels
    void pan(double dx, double dy);
    void zoom(double factor);
    void fit();  ///< the whole volume, from the front
    /// The voxel of the surface under a pixel.
    std::optional<imaging::Vec3> pick(double x, double y) const;

    void attach(vtkOpenGLRenderWindow& window) override;
    void detach(vtkOpenGLRenderWindow& window) override;
    void resize(int width, int height, double pixelRatio) override;
    void prepare() override;
    int samples() const override { return 4; }

private:
    struct Scene;
    std::unique_ptr<Scene> scene_;
};

}  // namespace protolabel::viewer
