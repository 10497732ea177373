#pragma once

#include <QEvent>
#include <QImage>
#include <QPointF>
#include <functional>
#include <memory>

#include "core/imaging/label_map.h"
#include "core/imaging/volume.h"
#include "tests/support/check.h"
#include "viewer/qtvtk/render_widget.h"
#include "viewer/scene/slice_view.h"

class QWidget;

/// What tests that look at pixels share.
namespace protolabel::test {

/// The one QApplication of the program, made at the first call.
void startApplication();
/// Shows `widget` and waits until it was painted.
void showAndPaint(QWidget& widget);
/// Lets waiting events happen, so that everything asked for is painted.
void passEvents();

/// A slice view in a window of its own.
struct SliceWindow {
    SliceWindow(int width, int height);
    viewer::SliceView& view;
    std::unique_ptr<viewer::RenderWidget> widget;
    QImage grab();  ///< after all events

private:
    explicit SliceWindow(std::unique_ptr<viewer::SliceView> view, int width, int height);
};

std::shared_ptr<imaging::Volume> makeVolume(const imaging::Geometry& geometry,
                                            const std::function<int(int, int, int)>& value);
/// 48 x 48 x 48 voxels of 1 mm: in a view of 500 x 500 every slice has 10 pixels a voxel and begins at pixel 10.
imaging::Geometry cube();
/// Labels on `geometry` by voxel.
std::shared_ptr<imaging::LabelMap> makeLabels(const imaging::Geometry& geometry,
                                              const std::function<std::uint16_t(int, int, int)>& id);
std::shared_ptr<viewer::DenseLabels> shareLabels(std::shared_ptr<imaging::LabelMap> map);
/// Delivers a mouse event as the window system would. QTest moves the real pointer instead, which takes its time.
void sendMouse(QWidget& widget, QEvent::Type type, const QPointF& position, Qt::MouseButton button = Qt::NoButton,
               Qt::MouseButtons held = Qt::NoButton, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
void sendWheel(QWidget& widget, const QPointF& position, double notches,
               Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Fails unless the pixel has this colour, give or take one.
void checkColor(const QImage& image, int x, int y, int red, int green, int blue);
/// Saves a picture for a person to look at where the environment variable PROTOLABEL_SHOTS names a folder.
void keepShot(const QImage& image, const std::string& name);

}  // namespace protolabel::test
