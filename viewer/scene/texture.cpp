#include "viewer/scene/texture.h"

#include <GL/gl.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLState.h>
#include <vtkTextureObject.h>

#include <new>

namespace protolabel::viewer {

namespace {

struct Format {
    int components;
    int vtkType;
    GLenum layout, type;
};
Format formatOf(Texture::Texel texel) {
    switch (texel) {
        case Texture::Texel::Float: return {1, VTK_FLOAT, GL_RED, GL_FLOAT};
        case Texture::Texel::Id: return {1, VTK_UNSIGNED_SHORT, GL_RED, GL_UNSIGNED_SHORT};
        case Texture::Texel::Color: break;
    }
    return {4, VTK_UNSIGNED_CHAR, GL_RGBA, GL_UNSIGNED_BYTE};
}

}  // namespace

Texture::Texture(Texel texel) : texel_(texel) {
    object_->SetWrapS(vtkTextureObject::ClampToEdge);
    object_->SetWrapT(vtkTextureObject::ClampToEdge);
    setLinear(false);
}

Texture::~Texture() = default;

bool Texture::uploaded() const {
    return object_->GetHandle() != 0;
}

void Texture::upload(vtkOpenGLRenderWindow& window, int width, int height, const void* texels) {
    if (uploaded() && width == width_ && height == height_) return patch({0, 0, width, height}, texels);
    object_->SetContext(&window);
    const Format format = formatOf(texel_);
    if (!object_->Create2DFromRaw(static_cast<unsigned>(width), static_cast<unsigned>(height), format.components,
                                  format.vtkType, const_cast<void*>(texels)))
        throw std::bad_alloc();
    width_ = width;
    height_ = height;
}

void Texture::patch(const Rect& rect, const void* texels) {
    const Format format = formatOf(texel_);
    object_->Activate();
    object_->GetContext()->GetState()->vtkglPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, rect.x, rect.y, rect.width, rect.height, format.layout, format.type, texels);
    object_->Deactivate();
}

void Texture::setLinear(bool linear) {
    const int filter = linear ? vtkTextureObject::Linear : vtkTextureObject::Nearest;
    object_->SetMinificationFilter(filter);
    object_->SetMagnificationFilter(filter);
}

int Texture::activate() {
    object_->Activate();
    return object_->GetTextureUnit();
}

void Texture::deactivate() {
    object_->Deactivate();
}

void Texture::release(vtkWindow* window) {
    object_->ReleaseGraphicsResources(window);
}

}  // namespace protolabel::viewer
