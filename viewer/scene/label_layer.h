#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/imaging/geometry.h"
#include "viewer/base/label_source.h"
#include "viewer/scene/texture.h"

namespace protolabel::viewer {

/// The ids of one slice of a label source as a texture; reads and uploads only what changed. Private to the layer.
class LabelLayer {
public:
    void setSource(std::shared_ptr<const LabelSource> source);
    void setSlice(const imaging::SliceLayout& layout, int index);
    void voxelsChanged(const labels::Box& box);  ///< of the source; whether the slice is concerned is found out here
    bool outdated() const { return !dirty_.empty(); }

    /// Uploads what changed since the last time; the context is current.
    void update(vtkOpenGLRenderWindow& window);
    void release(vtkWindow* window);

    bool present() const { return source_ != nullptr; }
    Texture& texture() { return texture_; }
    std::int64_t uploadedVoxels() const { return uploaded_; }  ///< since the beginning

private:
    Rect whole() const { return {0, 0, layout_.width, layout_.height}; }

    std::shared_ptr<const LabelSource> source_;
    imaging::SliceLayout layout_;
    int index_ = -1;
    Rect dirty_;
    std::vector<std::uint16_t> scratch_;
    Texture texture_{Texture::Texel::Id};
    std::int64_t uploaded_ = 0;
};

}  // namespace protolabel::viewer
