#pragma once

#include <QOpenGLWidget>
#include <memory>

#include "viewer/base/events.h"
#include "viewer/scene/view.h"

namespace protolabel::viewer {

/// To be called before QApplication is made: the OpenGL version that VTK needs, and on Linux the X11 platform unless another one is
/// asked for (VTK finds OpenGL's functions through GLX).
void setUpGraphics();

/// Shows a View with VTK inside a Qt window. Renders at most once per pass of the event loop, however often the view changes.
/// Every move of the pointer is told, however busy the program was.
/// When the widget moves to another window (a dock is torn off) its OpenGL context is lost: the view is detached and attached again.
class RenderWidget : public QOpenGLWidget {
    Q_OBJECT

public:
    explicit RenderWidget(std::unique_ptr<View> view, QWidget* parent = nullptr);
    ~RenderWidget() override;

    View& view() { return *view_; }
    int renderCount() const { return renders_; }  ///< since the beginning
    QSize sizeHint() const override { return {400, 400}; }

signals:
    // Spots hold pixels only; who receives them asks the view for the voxel.
    void pointerEvent(const protolabel::viewer::PointerEvent& event);
    void wheelMoved(const protolabel::viewer::WheelEvent& event);

protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;

    bool event(QEvent* event) override;

private:
    void passSize();
    void releaseContext();

    struct Target;  // VTK's render window
    std::unique_ptr<View> view_;
    std::unique_ptr<Target> target_;  ///< one per context; null without one
    QMetaObject::Connection contextLoss_;
    double passedRatio_ = 0;  ///< of device pixels, as the view knows it
    int renders_ = 0;
};

}  // namespace protolabel::viewer
