#pragma once

#include <QImage>
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
std::shared_ptr<viewer::DenseLabels> shareLabels(std::shared_ptr<imaging::LabelMap> map);
/// Saves a picture for a person to look at where the environment variable PROTOLABEL_SHOTS names a folder.
void keepShot(const QImage& image, const std::string& name);

}  // namespace protolabel::test
