#include <QApplication>
#include <QTest>

#include "core/imaging/volume_reader.h"
#include "tests/viewer/qtvtk/window.h"
#include "viewer/widgets/viewer_widget.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

namespace {

std::shared_ptr<imaging::Volume> readScan(const std::string& name) {
    return std::make_shared<imaging::Volume>(imaging::readVolume(sharedFolder() / "data" / name));
}

/// Shows the scan in all layouts; what is in the pictures is for a person to judge, that surfaces come is checked.
void show(const std::string& name, const std::string& scan, const std::string& labels, std::vector<std::uint16_t> ids) {
    const auto volume = readScan(scan);
    const auto map = std::make_shared<imaging::LabelMap>(imaging::toLabelMap(*readScan(labels)));
    startApplication();
    ViewerWidget viewer;
    viewer.resize(1200, 900);
    showAndPaint(viewer);
    std::vector<LabelColor> colors;
    for (std::size_t n = 0; n < ids.size(); ++n)
        colors.push_back({ids[n], labels::defaultColor(static_cast<int>(n)), true});
    viewer.setVolume(volume);
    viewer.setColors(colors);
    viewer.setLabels(Layer::Annotation, shareLabels(map));
    CHECK(QTest::qWaitFor([&] { return viewer.surfaceView().triangles(ids[0]) > 0; }, 30000));
    passEvents();
    keepShot(viewer.screenshot(), name + "-grid");
    viewer.setViewLayout(ViewLayout::SideBySide);
    viewer.run(Command::ToggleOutline);
    passEvents();
    keepShot(viewer.screenshot(), name + "-row");
    viewer.setViewLayout(ViewLayout::One);
    viewer.setActiveView(ViewerWidget::kSurface);
    passEvents();
    keepShot(viewer.screenshot(), name + "-surface");
}

}  // namespace

TEST(abdomen_mr) {
    show("chaost2", "chaost2/image_1.nii.gz", "chaost2/label_1.nii.gz", {1, 2, 3, 4});
}
TEST(heart_mr) {
    show("cmr", "cmr/image_1.nii.gz", "cmr/label_1.nii.gz", {200, 500, 600});
}
TEST(torso_ct) {
    show("ct", "ct/ct_torso.nii.gz", "ct/ct_torso_labels.nii.gz", {1, 2, 3, 4, 5});
}
