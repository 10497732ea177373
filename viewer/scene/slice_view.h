#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/imaging/volume.h"
#include "viewer/base/events.h"
#include "viewer/base/label_source.h"
#include "viewer/base/slice_map.h"
#include "viewer/base/slice_viewport.h"
#include "viewer/base/styles.h"
#include "viewer/base/window.h"
#include "viewer/scene/view.h"

namespace protolabel::viewer {

/// One index plane of a volume with labels over it. Setters only note what is to be done: voxels are read and uploaded at the next
/// rendering, once, and only those that changed.
class SliceView : public View {
public:
    SliceView();
    ~SliceView() override;

    /// Shows the middle slice along `axis`, fitted. The volume is shared, never copied; null shows nothing.
    /// The sides of a volume without an orientation are "?". Throws Error "view.size" for slices beyond what graphics cards take (16384 voxels a side).
    void setVolume(std::shared_ptr<const imaging::Volume> volume, int axis);
    /// Throws as setVolume would.
    static void check(const imaging::Geometry& geometry, int axis);
    /// Ids on the volume's grid; null removes the layer.
    void setLabels(Layer layer, std::shared_ptr<const LabelSource> source);
    void labelsChanged(Layer layer, const labels::Box& box);

    void setSlice(int index);  ///< clamped to the volume
    int slice() const;
    void setWindow(const Window& window);
    void setInterpolation(Interpolation interpolation);
    void setColors(const std::vector<LabelColor>& colors);
    void setStyle(Layer layer, const LayerStyle& style);
    void setMap(std::shared_ptr<const SliceMap> map);  ///< colours over one slice; null: none
    void setCrosshair(const std::optional<imaging::Vec3>& voxel);
    void setGraphics(const Graphics& graphics);
    void setAnnotationsShown(bool shown);      ///< letters, slice number, caption and scale bar
    void setCaption(const std::string& text);  ///< lasting, under the slice number

    const SliceViewport& viewport() const;
    void setViewport(const SliceViewport& viewport);
    /// Completes a spot whose pixel is known.
    Spot locate(Spot spot) const;

    struct Uploads {
        std::int64_t image = 0;   ///< voxels, since the beginning
        std::int64_t labels = 0;  ///< of all layers
    };
    Uploads uploads() const;

    void attach(vtkOpenGLRenderWindow& window) override;
    void detach(vtkOpenGLRenderWindow& window) override;
    void resize(int width, int height, double pixelRatio) override;
    void prepare() override;

private:
    struct Scene;
    std::unique_ptr<Scene> scene_;
};

}  // namespace protolabel::viewer
