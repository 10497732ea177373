#include "viewer/scene/slice_picture.h"

#include <GL/gl.h>
#include <vtkOpenGLQuadHelper.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLShaderCache.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>
#include <vtkShaderProgram.h>

#include <algorithm>
#include <cmath>

#include "viewer/base/slice_reader.h"
#include "viewer/scene/slice_shader.h"

namespace protolabel::viewer {

namespace {

constexpr int kColorsPerRow = 256;

void setStyle(vtkShaderProgram& program, const char* name, const LayerStyle& style) {
    const float values[4] = {static_cast<float>(style.fill), static_cast<float>(style.line),
                             style.pattern == Pattern::Hatched ? 1.f : 0.f,
                             style.pattern == Pattern::Striped ? 1.f : 0.f};
    program.SetUniform4f(name, values);
}

}  // namespace

SlicePicture* SlicePicture::New() {
    auto* picture = new SlicePicture;
    picture->InitializeObjectBase();
    return picture;
}

SlicePicture::SlicePicture() = default;
SlicePicture::~SlicePicture() = default;

void SlicePicture::setVolume(std::shared_ptr<const imaging::Volume> volume, int axis) {
    volume_ = std::move(volume);
    layout_ = volume_ ? imaging::sliceLayout(volume_->geometry, axis) : imaging::SliceLayout{};
    setSlice(layout_.slices / 2);
}

void SlicePicture::setSlice(int index) {
    index_ = index;
    imageOutdated_ = true;
    for (auto& layer : layers_) layer.setSlice(layout_, index);
}

void SlicePicture::setColors(const std::vector<LabelColor>& colors) {
    std::uint16_t largest = 0;
    for (const auto& label : colors) largest = std::max(largest, label.id);
    colors_.assign(static_cast<std::size_t>(largest / kColorsPerRow + 1) * kColorsPerRow, {0, 0, 0, 0});
    for (const auto& label : colors)
        if (label.visible) colors_[label.id] = {label.color.red, label.color.green, label.color.blue, 255};
    colorsOutdated_ = true;
}

void SlicePicture::setMap(std::shared_ptr<const SliceMap> map) {
    map_ = std::move(map);
    if (map_ && map_->pixels.size() != static_cast<std::size_t>(map_->width) * static_cast<std::size_t>(map_->height))
        map_.reset();
    mapOutdated_ = true;
}

void SlicePicture::update(vtkOpenGLRenderWindow& window) {
    if (imageOutdated_ || !image_.uploaded()) {
        scratch_.resize(static_cast<std::size_t>(layout_.width) * layout_.height);
        readSlice(*volume_, layout_.axis, index_, scratch_);
        image_.upload(window, layout_.width, layout_.height, scratch_.data());
        uploaded_ += static_cast<std::int64_t>(scratch_.size());
        imageOutdated_ = false;
    }
    if (colorsOutdated_ || !colorTable_.uploaded()) {
        if (colors_.empty()) setColors({});
        colorTable_.upload(window, kColorsPerRow, static_cast<int>(colors_.size()) / kColorsPerRow, colors_.data());
        colorsOutdated_ = false;
    }
    if (mapShown() && (mapOutdated_ || !mapTexture_.uploaded())) {
        mapTexture_.upload(window, map_->width, map_->height, map_->pixels.data());
        mapOutdated_ = false;
    }
    for (auto& layer : layers_) layer.update(window);
    image_.setLinear(interpolation == Interpolation::Linear);
}

void SlicePicture::setUniforms(vtkShaderProgram& program) {
    const auto map = viewport.pixelToImage();
    const double x[3] = {map[0], map[1], map[2]}, y[3] = {map[3], map[4], map[5]};
    const float size[2] = {static_cast<float>(layout_.width), static_cast<float>(layout_.height)};
    program.SetUniform3f("imageX", x);
    program.SetUniform3f("imageY", y);
    program.SetUniform2f("imageSize", size);
    const float viewSize[2] = {static_cast<float>(viewport.width()), static_cast<float>(viewport.height())};
    program.SetUniform2f("viewSize", viewSize);
    program.SetUniformf("darkest", static_cast<float>(window.low));
    program.SetUniformf("contrast", static_cast<float>(1 / std::max(window.width(), 1e-30)));
    program.SetUniformi("colorRows", static_cast<int>(colors_.size()) / kColorsPerRow);
    program.SetUniformf("lineWidth", static_cast<float>(std::max(1., std::round(1.5 * pixelRatio))));
    setStyle(program, "annotationStyle", styles[0]);
    setStyle(program, "proposalStyle", styles[1]);
    setStyle(program, "otherStyle", styles[2]);
}

std::string SlicePicture::shaderSource() const {
    const char* const names[kLayers] = {"ANNOTATION", "PROPOSALS", "OTHER"};
    std::string source = "//VTK::System::Dec\n//VTK::Output::Dec\n";
    for (std::size_t i = 0; i < kLayers; ++i) {
        if (!styles[i].visible || !layers_[i].present()) continue;
        source += std::string("#define ") + names[i] + "\n";
        if (styles[i].line > 0) source += std::string("#define ") + names[i] + "_LINE\n";
    }
    if (mapShown()) source += "#define MAP\n";
    return source + kSliceShader;
}

int SlicePicture::RenderOpaqueGeometry(vtkViewport* renderer) {
    if (!volume_ || layout_.slices == 0) return 0;
    auto& target = static_cast<vtkOpenGLRenderWindow&>(*static_cast<vtkRenderer*>(renderer)->GetRenderWindow());
    update(target);
    if (const auto source = shaderSource(); !quad_ || source != quadSource_) {
        quad_ = std::make_unique<vtkOpenGLQuadHelper>(&target, nullptr, source.c_str(), "");
        quadSource_ = source;
    }
    target.GetShaderCache()->ReadyShaderProgram(quad_->Program);

    // A sampler needs some texture even where its layer is empty: the colours do.
    const auto textureOf = [&](LabelLayer& layer) { return layer.present() ? &layer.texture() : &colorTable_; };
    Texture* const textures[] = {&image_,
                                 textureOf(layers_[0]),
                                 textureOf(layers_[1]),
                                 textureOf(layers_[2]),
                                 mapShown() ? &mapTexture_ : &colorTable_,
                                 &colorTable_};
    const char* const names[] = {"image", "annotation", "proposals", "other", "map", "colors"};
    for (int i = 0; i < 6; ++i) quad_->Program->SetUniformi(names[i], textures[i]->activate());
    setUniforms(*quad_->Program);

    vtkOpenGLState* state = target.GetState();
    const vtkOpenGLState::ScopedglEnableDisable depthTest(state, GL_DEPTH_TEST);
    const vtkOpenGLState::ScopedglEnableDisable blending(state, GL_BLEND);
    state->vtkglDisable(GL_DEPTH_TEST);
    state->vtkglDisable(GL_BLEND);
    quad_->Render();
    for (Texture* texture : textures) texture->deactivate();
    return 1;
}

void SlicePicture::ReleaseGraphicsResources(vtkWindow* window) {
    quad_.reset();
    image_.release(window);
    colorTable_.release(window);
    mapTexture_.release(window);
    for (auto& layer : layers_) layer.release(window);
}

}  // namespace protolabel::viewer
