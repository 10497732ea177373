#pragma once

#include <vtkProp.h>

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/imaging/volume.h"
#include "viewer/base/slice_map.h"
#include "viewer/base/slice_viewport.h"
#include "viewer/base/styles.h"
#include "viewer/base/window.h"
#include "viewer/scene/label_layer.h"

class vtkOpenGLQuadHelper;
class vtkShaderProgram;

namespace protolabel::viewer {

/// The pixels of a slice view: one rectangle over the whole window, whose shader finds for every pixel the voxel, its grey value
/// and the labels over it. Window, colours, styles, zoom and pan are uniforms: changing them uploads nothing. Private to the layer.
class SlicePicture : public vtkProp {
public:
    static SlicePicture* New();

    void setVolume(std::shared_ptr<const imaging::Volume> volume, int axis);  ///< may be null
    void setSlice(int index);
    void setColors(const std::vector<LabelColor>& colors);
    void setMap(std::shared_ptr<const SliceMap> map);  ///< shown while its slice is; null: none
    const std::shared_ptr<const SliceMap>& map() const { return map_; }
    LabelLayer& layer(Layer layer) { return layers_[static_cast<std::size_t>(layer)]; }

    // Read at the next rendering.
    SliceViewport viewport;
    Window window;
    Interpolation interpolation = Interpolation::Linear;
    std::array<LayerStyle, kLayers> styles{LayerStyle{}, LayerStyle{true, 0.35, 1, Pattern::Hatched},
                                           LayerStyle{true, 0, 1, Pattern::Striped}};
    double pixelRatio = 1;

    std::int64_t uploadedImageVoxels() const { return uploaded_; }

    int RenderOpaqueGeometry(vtkViewport* viewport) override;
    void ReleaseGraphicsResources(vtkWindow* window) override;

protected:
    SlicePicture();
    ~SlicePicture() override;

private:
    void update(vtkOpenGLRenderWindow& window);
    std::string shaderSource() const;
    void setUniforms(vtkShaderProgram& program);

    std::shared_ptr<const imaging::Volume> volume_;
    imaging::SliceLayout layout_;
    int index_ = 0;
    bool mapShown() const { return map_ && map_->slice == index_; }

    bool imageOutdated_ = false, colorsOutdated_ = true, mapOutdated_ = false;
    std::shared_ptr<const SliceMap> map_;
    std::vector<float> scratch_;
    std::vector<std::array<std::uint8_t, 4>> colors_;  ///< by id, rows of 256
    Texture image_{Texture::Texel::Float}, colorTable_{Texture::Texel::Color}, mapTexture_{Texture::Texel::Color};
    std::array<LabelLayer, kLayers> layers_;
    std::unique_ptr<vtkOpenGLQuadHelper> quad_;
    std::string quadSource_;
    std::int64_t uploaded_ = 0;
};

}  // namespace protolabel::viewer
