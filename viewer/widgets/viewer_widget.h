#pragma once

#include <QImage>
#include <QWidget>
#include <array>
#include <memory>
#include <optional>
#include <set>

#include "viewer/base/read_out.h"
#include "viewer/qtvtk/render_widget.h"
#include "viewer/scene/slice_view.h"
#include "viewer/widgets/commands.h"
#include "viewer/widgets/navigation.h"
#include "viewer/widgets/surface_pane.h"

class QGridLayout;

namespace protolabel::viewer {

enum class ViewLayout {
    One,         ///< the active view
    Grid,        ///< axial, sagittal / surfaces, coronal
    SideBySide,  ///< the three slice views in a row
};

/// How labels lie over the slices. The proposals keep their dashed outline, another annotator's labels are a striped one.
struct Overlay {
    bool shown = true;
    bool outlined = false;
    double fill = 0.4;  ///< opacity when filled
    double line = 1;    ///< opacity of outlines
    bool operator==(const Overlay&) const = default;
};

/// Three linked slice views and the surfaces of one volume. The position (a voxel) is common: every slice view shows the slice
/// through it. Keys work while the widget or a view in it has the focus, on the view under the pointer.
class ViewerWidget : public QWidget {
    Q_OBJECT

public:
    static constexpr int kSurface = 3;  ///< number of the surface view; slice views are numbered by their axis

    explicit ViewerWidget(QWidget* parent = nullptr);
    ~ViewerWidget() override;

    /// The volume is shared, never copied; null shows nothing. On the same grid as before (another frame) position, zoom and window
    /// stay; otherwise the middle is shown, fitted, in the automatic window. Throws Error "view.size", changing nothing.
    void setVolume(std::shared_ptr<const imaging::Volume> volume);
    const imaging::Volume* volume() const { return volume_.get(); }

    /// On the volume's grid; set again after another volume. Surfaces are those of the annotation.
    void setLabels(Layer layer, std::shared_ptr<const LabelSource> source);
    /// `ids`: all labels that gained or lost voxels in `box`.
    void labelsChanged(Layer layer, const labels::Box& box, const std::set<std::uint16_t>& ids);
    void setColors(const std::vector<LabelColor>& colors);
    void setOverlay(const Overlay& overlay);
    const Overlay& overlay() const { return overlay_; }
    void setLayerShown(Layer layer, bool shown);
    void setOtherOpacity(double opacity);  ///< of the outlines of Layer::Other

    void setPosition(const imaging::Vec3& voxel);  ///< rounded and clamped to the volume
    labels::Index3 position() const { return position_; }
    void stepSlice(int axis, int by);
    /// Zooms every slice view so that the box and what is around it fill it.
    void frame(const labels::Box& box);
    void setCrosshairShown(bool shown);
    void setCaption(const QString& text);  ///< lasting, in the corner of the slice views

    void setWindow(const Window& window);  ///< its width stays positive
    const Window& window() const { return window_; }
    void setInterpolation(Interpolation interpolation);

    void setViewLayout(ViewLayout layout);
    ViewLayout viewLayout() const { return layout_; }
    void toggleEnlarged();  ///< between One and the layout before it
    void setActiveView(int view);
    int activeView() const { return active_; }

    /// Sees the slice views' input before the navigation does, and must not throw; not owned, null for none.
    void setTool(EventFilter* tool) { tool_ = tool; }
    void setGraphics(int axis, const Graphics& graphics) { sliceView(axis).setGraphics(graphics); }

    void setKeyBindings(std::vector<KeyBinding> bindings) { bindings_ = std::move(bindings); }
    void run(Command command);

    SliceView& sliceView(int axis) { return *slices_[static_cast<std::size_t>(axis)]; }
    SurfaceView& surfaceView() { return *surface_; }
    RenderWidget& renderWidget(int view) { return *renderers_[static_cast<std::size_t>(view)]; }
    QImage screenshot();          ///< of all views as they are arranged
    QImage screenshot(int view);  ///< of one view

signals:
    void positionChanged();
    void hovered(const std::optional<protolabel::viewer::ReadOut>& readOut);  ///< nothing outside the volume
    void windowChanged();
    void overlayChanged();
    void spaceTapped();  ///< pressed and released without a pan
    void activeViewChanged(int view);
    void viewLayoutChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void connectSlice(int axis);
    void connectSurface();
    void slicePointer(int axis, PointerEvent event);
    void sliceWheel(int axis, WheelEvent event);
    void showHidden();
    void showStyles();
    void showCrosshair();
    void showPosition();
    void arrange();
    int viewOf(Orientation orientation) const;

    std::shared_ptr<const imaging::Volume> volume_;
    std::array<std::shared_ptr<const LabelSource>, kLayers> labels_;
    std::array<bool, kLayers> layerShown_{true, true, true};
    double otherOpacity_ = 1;
    labels::Index3 position_{0, 0, 0};
    Window window_;
    Overlay overlay_;
    bool hideHeld_ = false, crosshairShown_ = true;
    ViewLayout layout_ = ViewLayout::Grid, beforeOne_ = ViewLayout::Grid;
    int active_ = 2;
    std::vector<KeyBinding> bindings_ = defaultKeyBindings();
    Navigation navigation_{*this};
    EventFilter* tool_ = nullptr;

    QGridLayout* grid_ = nullptr;
    std::array<RenderWidget*, 4> renderers_{};  // children; they own the views
    std::array<SliceView*, 3> slices_{};
    SurfaceView* surface_ = nullptr;
    std::unique_ptr<SurfacePane> surfacePane_;
};

}  // namespace protolabel::viewer
