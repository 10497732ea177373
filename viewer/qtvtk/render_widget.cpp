#include "viewer/qtvtk/render_widget.h"

#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkOpenGLState.h>

#include <QCoreApplication>
#include <QMouseEvent>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QSurfaceFormat>

#include "viewer/qtvtk/input.h"

namespace protolabel::viewer {

namespace {

QSurfaceFormat surfaceFormat() {
    QSurfaceFormat format;
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setAlphaBufferSize(0);
    format.setSamples(0);  // VTK multi-samples its own framebuffer
    return format;
}

}  // namespace

struct RenderWidget::Target {
    vtkNew<vtkGenericOpenGLRenderWindow> window;
};

void setUpGraphics() {
    QSurfaceFormat::setDefaultFormat(surfaceFormat());
#ifdef Q_OS_LINUX
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "xcb");
#endif
}

RenderWidget::RenderWidget(std::unique_ptr<View> view, QWidget* parent)
    : QOpenGLWidget(parent), view_(std::move(view)) {
    setFormat(surfaceFormat());
    setMouseTracking(true);
    setTabletTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(64, 64);
    view_->onChange([this] { update(); });
    // Otherwise Qt drops all but the last of the moves that wait, of earlier strokes too: a curve drawn while the program
    // is busy becomes its chord. The X11 platform turns it on when the application is made.
    QCoreApplication::setAttribute(Qt::AA_CompressHighFrequencyEvents, false);
}

RenderWidget::~RenderWidget() {
    releaseContext();
}

void RenderWidget::initializeGL() {
    contextLoss_ = connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &RenderWidget::releaseContext);
    target_ = std::make_unique<Target>();
    auto& window = target_->window;
    // Only called while the widget's context is current, so VTK need not ask.
    window->SetReadyForRendering(true);
    window->SetIsCurrent(true);
    window->SetSupportsOpenGL(1);
    window->SetIsDirect(1);
    window->SetOwnContext(0);
    window->SetForceMaximumHardwareLineWidth(1);  // Qt's contexts draw no wider ones: VTK must build them
    window->InitializeFromCurrentContext();
    window->SetFrameBlitModeToNoBlit();
    window->SetMultiSamples(view_->samples());
    view_->attach(*window);
    passedRatio_ = 0;
}

void RenderWidget::resizeGL(int, int) {
    passSize();
}

void RenderWidget::passSize() {
    if (!target_) return;
    const double ratio = devicePixelRatioF();
    const int w = qRound(width() * ratio), h = qRound(height() * ratio);
    const int* size = target_->window->GetSize();
    if (size[0] == w && size[1] == h && passedRatio_ == ratio) return;
    passedRatio_ = ratio;
    target_->window->SetSize(w, h);
    view_->resize(w, h, ratio);
}

void RenderWidget::paintGL() {
    if (!target_) return;
    ++renders_;
    passSize();  // Qt calls resizeGL neither for a new context nor for a screen of another scale
    view_->prepare();
    // Qt changed the context's state behind VTK's back, and expects it unchanged afterwards.
    vtkOpenGLState* state = target_->window->GetState();
    state->Reset();
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    try {
        target_->window->Render();
    } catch (const std::exception& error) {  // must not pass through Qt; the next change tries again
        qWarning("a view could not be drawn: %s", error.what());
    }
    state->Pop();

    auto* gl = context()->functions();
    gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
    state->ResetFramebufferBindings();
    target_->window->BlitDisplayFramebuffer();
    gl->glBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
    // VTK leaves its background transparent; Qt would blend the view with what is behind it.
    gl->glDisable(GL_SCISSOR_TEST);
    gl->glColorMask(GL_FALSE, GL_FALSE, GL_FALSE, GL_TRUE);
    gl->glClearColor(0, 0, 0, 1);
    gl->glClear(GL_COLOR_BUFFER_BIT);
    gl->glColorMask(GL_TRUE, GL_TRUE, GL_TRUE, GL_TRUE);
}

void RenderWidget::releaseContext() {
    if (!target_) return;
    disconnect(contextLoss_);
    makeCurrent();
    view_->detach(*target_->window);
    target_->window->Finalize();
    target_ = nullptr;
    doneCurrent();
}

bool RenderWidget::event(QEvent* event) {
    if (const auto pointer = toPointerEvent(*event, devicePixelRatioF())) {
        if (pointer->action == PointerAction::Press) setFocus(Qt::MouseFocusReason);
        event->accept();
        emit pointerEvent(*pointer);
        if (event->type() != QEvent::Enter && event->type() != QEvent::Leave) return true;
    }
    if (event->type() == QEvent::Wheel) {
        event->accept();
        emit wheelMoved(toWheelEvent(static_cast<QWheelEvent&>(*event), devicePixelRatioF()));
        return true;
    }
    return QOpenGLWidget::event(event);
}

}  // namespace protolabel::viewer
