#include "tests/viewer/qtvtk/window.h"

#include <QApplication>
#include <QMouseEvent>
#include <QTest>
#include <QWheelEvent>
#include <QWidget>
#include <cstring>

namespace protolabel::test {

void startApplication() {
    if (QCoreApplication::instance() != nullptr) return;
    viewer::setUpGraphics();
    static int argc = 1;
    static char name[] = "viewer_tests";
    static char* argv[] = {name, nullptr};
    new QApplication(argc, argv);  // never deleted: at exit the libraries it needs may be gone
}

void showAndPaint(QWidget& widget) {
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget)) throw Failure("the window was not shown");
    passEvents();
}

void passEvents() {
    for (int pass = 0; pass < 3; ++pass) QCoreApplication::processEvents();
}

SliceWindow::SliceWindow(int width, int height)
    : SliceWindow((startApplication(), std::make_unique<viewer::SliceView>()), width, height) {}

SliceWindow::SliceWindow(std::unique_ptr<viewer::SliceView> owned, int width, int height)
    : view(*owned), widget(std::make_unique<viewer::RenderWidget>(std::move(owned))) {
    widget->resize(width, height);
    showAndPaint(*widget);
}

QImage SliceWindow::grab() {
    passEvents();
    return widget->grabFramebuffer();
}

std::shared_ptr<imaging::Volume> makeVolume(const imaging::Geometry& geometry,
                                            const std::function<int(int, int, int)>& value) {
    auto volume = std::make_shared<imaging::Volume>();
    volume->geometry = geometry;
    volume->type = imaging::ScalarType::Int16;
    volume->voxels.resize(static_cast<std::size_t>(geometry.voxelCount()) * 2);
    auto* out = volume->voxels.data();
    for (int k = 0; k < geometry.size[2]; ++k)
        for (int j = 0; j < geometry.size[1]; ++j)
            for (int i = 0; i < geometry.size[0]; ++i, out += 2) {
                const auto voxel = static_cast<std::int16_t>(value(i, j, k));
                std::memcpy(out, &voxel, 2);
            }
    return volume;
}

imaging::Geometry cube() {
    imaging::Geometry geometry;
    geometry.size = {48, 48, 48};
    return geometry;
}

std::shared_ptr<imaging::LabelMap> makeLabels(const imaging::Geometry& geometry,
                                              const std::function<std::uint16_t(int, int, int)>& id) {
    auto map = std::make_shared<imaging::LabelMap>();
    map->geometry = geometry;
    for (int k = 0; k < geometry.size[2]; ++k)
        for (int j = 0; j < geometry.size[1]; ++j)
            for (int i = 0; i < geometry.size[0]; ++i) map->voxels.push_back(id(i, j, k));
    return map;
}

std::shared_ptr<viewer::DenseLabels> shareLabels(std::shared_ptr<imaging::LabelMap> map) {
    const auto& size = map->geometry.size;
    const std::shared_ptr<const std::vector<std::uint16_t>> voxels(map, &map->voxels);
    return std::make_shared<viewer::DenseLabels>(
        labels::Index3{static_cast<int>(size[0]), static_cast<int>(size[1]), static_cast<int>(size[2])}, voxels);
}

void sendMouse(QWidget& widget, QEvent::Type type, const QPointF& position, Qt::MouseButton button,
               Qt::MouseButtons held, Qt::KeyboardModifiers modifiers) {
    QMouseEvent event(type, position, widget.mapToGlobal(position), button, held, modifiers);
    QApplication::sendEvent(&widget, &event);
}

void sendWheel(QWidget& widget, const QPointF& position, double notches, Qt::KeyboardModifiers modifiers) {
    QWheelEvent event(position, widget.mapToGlobal(position), {}, {0, qRound(notches * 120)}, Qt::NoButton, modifiers,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(&widget, &event);
}

void checkColor(const QImage& image, int x, int y, int red, int green, int blue) {
    const QColor found = image.pixelColor(x, y);
    if (std::abs(found.red() - red) > 1 || std::abs(found.green() - green) > 1 || std::abs(found.blue() - blue) > 1)
        throw Failure("pixel " + std::to_string(x) + ", " + std::to_string(y) + " is " + found.name().toStdString() +
                      ", not " + QColor(red, green, blue).name().toStdString());
}

void keepShot(const QImage& image, const std::string& name) {
    if (const char* folder = std::getenv("PROTOLABEL_SHOTS"))
        image.save(QString::fromStdString(std::string(folder) + "/" + name + ".png"));
}

}  // namespace protolabel::test
