#pragma once

#include <vtkNew.h>

#include "viewer/base/region.h"

class vtkOpenGLRenderWindow;
class vtkTextureObject;
class vtkWindow;

namespace protolabel::viewer {

/// A 2-D texture that takes changed rectangles. Private to the layer.
class Texture {
public:
    enum class Texel {
        Float,  ///< read as the value
        Id,     ///< uint16, read as id / 65535
        Color,  ///< 4 bytes RGBA, read as 0..1
    };
    static constexpr int kLargestSide = 16384;  // what OpenGL 4.1 guarantees

    explicit Texture(Texel texel);
    ~Texture();

    /// `texels` row by row. Keeps its storage while the size stays.
    void upload(vtkOpenGLRenderWindow& window, int width, int height, const void* texels);
    /// Replaces `rect` of the uploaded texture by rect.area() texels.
    void patch(const Rect& rect, const void* texels);
    void setLinear(bool linear);

    bool uploaded() const;
    int activate();  ///< texture unit
    void deactivate();
    void release(vtkWindow* window);

private:
    Texel texel_;
    int width_ = 0, height_ = 0;
    vtkNew<vtkTextureObject> object_;
};

}  // namespace protolabel::viewer
