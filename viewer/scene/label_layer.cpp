#include "viewer/scene/label_layer.h"

namespace protolabel::viewer {

void LabelLayer::setSource(std::shared_ptr<const LabelSource> source) {
    source_ = std::move(source);
    dirty_ = whole();
}

void LabelLayer::setSlice(const imaging::SliceLayout& layout, int index) {
    layout_ = layout;
    index_ = index;
    dirty_ = whole();
}

void LabelLayer::voxelsChanged(const labels::Box& box) {
    dirty_ = united(dirty_, intersection(inSlice(box, layout_.axis, index_), whole()));
}

void LabelLayer::update(vtkOpenGLRenderWindow& window) {
    if (!texture_.uploaded()) dirty_ = whole();
    if (!present() || dirty_.empty()) return;
    scratch_.resize(static_cast<std::size_t>(dirty_.area()));
    source_->read(layout_.axis, index_, dirty_, scratch_);
    if (dirty_ == whole())
        texture_.upload(window, layout_.width, layout_.height, scratch_.data());
    else
        texture_.patch(dirty_, scratch_.data());
    uploaded_ += dirty_.area();
    dirty_ = {};
}

void LabelLayer::release(vtkWindow* window) {
    texture_.release(window);
}

}  // namespace protolabel::viewer
