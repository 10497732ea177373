#include <chrono>
#include <iostream>

#include "core/imaging/volume_reader.h"
#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

namespace {

std::shared_ptr<imaging::Volume> readScan(const std::string& name) {
    return std::make_shared<imaging::Volume>(
        imaging::readVolume({.path = sharedFolder() / "data" / name, .seriesUid = "", .name = ""}));
}

std::shared_ptr<DenseLabels> readLabels(const std::string& name) {
    return shareLabels(std::make_shared<imaging::LabelMap>(imaging::toLabelMap(*readScan(name))));
}

void show(const std::string& scan, const std::string& labels, std::vector<std::uint16_t> ids) {
    const auto volume = readScan(scan);
    const auto annotation = readLabels(labels);
    SliceWindow window(700, 600);
    std::vector<LabelColor> colors;
    for (std::size_t i = 0; i < ids.size(); ++i)
        colors.push_back({ids[i], labels::defaultColor(static_cast<int>(i)), true});
    window.view.setColors(colors);
    for (int axis = 0; axis < 3; ++axis) {
        window.view.setVolume(volume, axis);
        window.view.setWindow(automaticWindow(*volume));
        window.view.setLabels(Layer::Annotation, annotation);
        window.view.setCrosshair(imaging::Vec3{100, 120, 7});
        const auto name = scan.substr(0, scan.find('/')) + std::to_string(axis);
        keepShot(window.grab(), name);
        window.view.setStyle(Layer::Annotation, {true, 0, 1, Pattern::Plain});
        keepShot(window.grab(), name + "-outline");
        window.view.setStyle(Layer::Annotation, {true, 0.35, 1, Pattern::Hatched});
        keepShot(window.grab(), name + "-hatched");
        window.view.setStyle(Layer::Annotation, {});
    }
}

}  // namespace

TEST(abdomen) {
    show("chaost2/image_1.nii.gz", "chaost2/label_1.nii.gz", {1, 2, 3, 4});
}
TEST(heart) {
    show("cmr/image_1.nii.gz", "cmr/label_1.nii.gz", {200, 500, 600});
}
