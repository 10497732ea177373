#pragma once

#include <functional>
#include <utility>

class vtkOpenGLRenderWindow;

namespace protolabel::viewer {

/// What is drawn into one render window. All calls on the thread that renders.
/// A view outlives its windows: after `detach` it holds nothing of the graphics card, and the next `attach` starts anew.
class View {
public:
    View() = default;
    virtual ~View() = default;
    View(const View&) = delete;
    View& operator=(const View&) = delete;

    virtual void attach(vtkOpenGLRenderWindow& window) = 0;  ///< the window's context is current
    virtual void detach(vtkOpenGLRenderWindow& window) = 0;  ///< likewise, before the context goes
    /// Device pixels, and how many of them make one pixel of the desktop's scale.
    virtual void resize(int width, int height, double pixelRatio) = 0;
    virtual void prepare() = 0;                ///< right before a rendering
    virtual int samples() const { return 0; }  ///< per pixel, for smooth edges

    /// Called when the picture is out of date; any number of times before the next rendering.
    void onChange(std::function<void()> callback) { callback_ = std::move(callback); }

protected:
    void changed() {
        if (callback_) callback_();
    }

private:
    std::function<void()> callback_;
};

}  // namespace protolabel::viewer
