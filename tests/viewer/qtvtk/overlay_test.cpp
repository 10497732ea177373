// Labels, letters, lines and texts over the slices.

#include "tests/viewer/qtvtk/window.h"

using namespace protolabel;
using namespace protolabel::viewer;
using namespace protolabel::test;

namespace {

constexpr labels::Color kRed{255, 0, 0}, kGreen{0, 255, 0};

/// Grey 127.5 everywhere, label 1 (red) in voxels 10..19 x 10..19 (pixels 110..209), label 300 (green) in 20..29 x 10..19.
struct Labelled : SliceWindow {
    Labelled() : SliceWindow(500, 500) {
        view.setAnnotationsShown(false);
        view.setVolume(makeVolume(cube(), [](int, int, int) { return 100; }), 2);
        view.setWindow({0, 200});
        view.setColors({{1, kRed, true}, {300, kGreen, true}});
        view.setLabels(Layer::Annotation, shareLabels(makeLabels(cube(), regions)));
    }
    static std::uint16_t regions(int i, int j, int) {
        if (j < 10 || j >= 20 || i < 10 || i >= 30) return 0;
        return i < 20 ? 1 : 300;
    }
};

/// White ink within a part of the picture, cut to its bounds.
QImage inkIn(const QImage& image, const QRect& part) {
    QRect bounds;
    QImage ink(part.size(), QImage::Format_Grayscale8);
    ink.fill(0);
    for (int y = 0; y < part.height(); ++y)
        for (int x = 0; x < part.width(); ++x)
            if (qRed(image.pixel(part.x() + x, part.y() + y)) > 150) {
                ink.setPixelColor(x, y, Qt::white);
                bounds = bounds.united(QRect(x, y, 1, 1));
            }
    return ink.copy(bounds);
}

struct Letters {
    QImage left, right, top, bottom;
};
Letters lettersOf(const imaging::Geometry& geometry, int axis) {
    SliceWindow window(500, 500);
    window.view.setVolume(makeVolume(geometry, [](int, int, int) { return 0; }), axis);
    const QImage image = window.grab();
    return {inkIn(image, {0, 230, 60, 40}), inkIn(image, {440, 230, 60, 40}), inkIn(image, {220, 0, 60, 40}),
            inkIn(image, {220, 465, 60, 35})};
}

bool hasInk(const QImage& letter, double x, double y) {
    const QPoint at(static_cast<int>(x * (letter.width() - 1)), static_cast<int>(y * (letter.height() - 1)));
    return qRed(letter.pixel(at)) > 0;
}

}  // namespace

TEST(filled_labels_blend_with_the_image) {
    Labelled window;
    window.view.setStyle(Layer::Annotation, {true, 0.4, 0, Pattern::Plain});
    const QImage image = window.grab();
    checkColor(image, 150, 150, 179, 77, 77);  // 0.6 * 127.5 + 0.4 * (255, 0, 0)
    checkColor(image, 250, 150, 77, 179, 77);
    checkColor(image, 110, 110, 179, 77, 77);
    checkColor(image, 109, 110, 128, 128, 128);
    checkColor(image, 210, 209, 77, 179, 77);
    checkColor(image, 210, 210, 128, 128, 128);
    window.view.setStyle(Layer::Annotation, {true, 1, 0, Pattern::Plain});
    checkColor(window.grab(), 150, 150, 255, 0, 0);
    window.view.setStyle(Layer::Annotation, {false, 1, 0, Pattern::Plain});
    checkColor(window.grab(), 150, 150, 128, 128, 128);
}

TEST(colours_and_visibility_belong_to_labels) {
    Labelled window;
    window.view.setStyle(Layer::Annotation, {true, 1, 0, Pattern::Plain});
    window.view.setColors({{1, {10, 20, 30}, true}, {300, kGreen, false}});
    const QImage image = window.grab();
    checkColor(image, 150, 150, 10, 20, 30);
    checkColor(image, 250, 150, 128, 128, 128);
    window.view.setColors({{1, kRed, true}});  // 300 is unknown
    checkColor(window.grab(), 250, 150, 128, 128, 128);
    CHECK_EQ(window.view.uploads().labels, 48 * 48);
}

TEST(outlines_run_inside_the_region) {
    Labelled window;
    window.view.setStyle(Layer::Annotation, {true, 0, 1, Pattern::Plain});
    const QImage image = window.grab();
    for (const int x : {110, 111}) checkColor(image, x, 150, 255, 0, 0);
    checkColor(image, 109, 150, 128, 128, 128);
    checkColor(image, 112, 150, 128, 128, 128);
    checkColor(image, 150, 150, 128, 128, 128);
    for (const int x : {208, 209}) checkColor(image, x, 150, 255, 0, 0);  // towards the other label
    for (const int x : {210, 211}) checkColor(image, x, 150, 0, 255, 0);
    checkColor(image, 110, 110, 255, 0, 0);
    // As thin when zoomed in.
    auto viewport = window.view.viewport();
    viewport.zoom(8, {110, 150});
    window.view.setViewport(viewport);
    const QImage zoomed = window.grab();
    checkColor(zoomed, 111, 150, 255, 0, 0);
    checkColor(zoomed, 112, 150, 128, 128, 128);
}

TEST(a_region_at_the_edge_has_a_closed_outline) {
    Labelled window;
    window.view.setLabels(Layer::Annotation,
                          shareLabels(makeLabels(cube(), [](int, int, int) -> std::uint16_t { return 1; })));
    window.view.setStyle(Layer::Annotation, {true, 0, 1, Pattern::Plain});
    const QImage image = window.grab();
    checkColor(image, 10, 250, 255, 0, 0);
    checkColor(image, 489, 250, 255, 0, 0);
    checkColor(image, 250, 489, 255, 0, 0);
    checkColor(image, 250, 250, 128, 128, 128);
}

TEST(proposals_lie_hatched_and_dashed_over_the_annotation) {
    Labelled window;
    window.view.setLabels(Layer::Proposals, shareLabels(makeLabels(cube(), [](int i, int j, int k) -> std::uint16_t {
                              return Labelled::regions(i, j, k) == 1 ? 300 : 0;
                          })));
    window.view.setStyle(Layer::Annotation, {true, 1, 0, Pattern::Plain});
    window.view.setStyle(Layer::Proposals, {true, 0.8, 1, Pattern::Hatched});
    const QImage image = window.grab();
    // Stripes: 0.8 of the way from red to green, and a quarter of that.
    int full = 0, faint = 0, line = 0, gap = 0;
    for (int x = 120; x < 200; ++x) {
        const QColor inside = image.pixelColor(x, 150), border = image.pixelColor(x, 110);
        if (std::abs(inside.green() - 204) <= 1) ++full;
        if (std::abs(inside.green() - 51) <= 1) ++faint;
        if (border.green() == 255) ++line;
        if (border.green() < 255) ++gap;
    }
    CHECK_EQ(full, 40);
    CHECK_EQ(faint, 40);
    CHECK(line >= 36 && line <= 44);
    CHECK_EQ(line + gap, 80);
    checkColor(image, 250, 150, 0, 255, 0);  // the annotation alone
    window.view.setLabels(Layer::Proposals, nullptr);
    checkColor(window.grab(), 150, 150, 255, 0, 0);
}

TEST(what_somebody_else_says_is_an_outline_of_two_colours) {
    Labelled window;
    window.view.setLabels(Layer::Other, shareLabels(makeLabels(cube(), [](int i, int j, int k) -> std::uint16_t {
                              return Labelled::regions(i, j, k) == 1 ? 300 : 0;
                          })));
    window.view.setStyle(Layer::Annotation, {true, 0, 0, Pattern::Plain});
    window.view.setStyle(Layer::Other, {true, 0, 1, Pattern::Striped});
    const QImage image = window.grab();
    int green = 0, white = 0;
    for (int x = 120; x < 200; ++x) {
        const QColor border = image.pixelColor(x, 110);
        if (border == QColor(0, 255, 0)) ++green;
        if (border == QColor(255, 255, 255)) ++white;
    }
    CHECK(green >= 36 && green <= 44);
    CHECK_EQ(green + white, 80);
    checkColor(image, 150, 150, 128, 128, 128);  // nothing within
    window.view.setStyle(Layer::Other, {false, 0, 1, Pattern::Striped});
    checkColor(window.grab(), 150, 110, 128, 128, 128);
}

TEST(letters_name_the_sides) {
    const auto axial = lettersOf(cube(), 2), coronal = lettersOf(cube(), 1), sagittal = lettersOf(cube(), 0);
    // L: a foot and no arm; R: an arm and a leg; I: a stroke.
    CHECK(hasInk(axial.right, 0.9, 1) && !hasInk(axial.right, 0.9, 0.1) && hasInk(axial.right, 0, 0.5));
    CHECK(hasInk(axial.left, 0, 0.9) && hasInk(axial.left, 0.9, 1) && hasInk(axial.left, 0.5, 0));
    CHECK(coronal.bottom.width() * 2 < coronal.bottom.height());
    CHECK(coronal.left == axial.left);
    CHECK(coronal.right == axial.right);
    CHECK(sagittal.left == axial.top);      // A
    CHECK(sagittal.right == axial.bottom);  // P
    CHECK(sagittal.top == coronal.top);     // S
    CHECK(sagittal.bottom == coronal.bottom);
    CHECK(axial.top != axial.bottom && axial.left != axial.right && coronal.top != axial.top);
    // A: a point above two feet; P: a bow above, nothing below.
    CHECK(hasInk(axial.top, 0.5, 0) && !hasInk(axial.top, 0, 0) && hasInk(axial.top, 0, 1) && hasInk(axial.top, 1, 1));
    CHECK(hasInk(axial.bottom, 0, 1) && !hasInk(axial.bottom, 1, 1) && hasInk(axial.bottom, 0.5, 0));
}

TEST(letters_follow_the_patient_not_the_file) {
    auto flipped = cube();
    flipped.direction = {imaging::Vec3{-1, 0, 0}, imaging::Vec3{0, -1, 0}, imaging::Vec3{0, 0, 1}};
    const auto a = lettersOf(cube(), 2), b = lettersOf(flipped, 2);
    CHECK(a.left == b.left && a.right == b.right && a.top == b.top && a.bottom == b.bottom);
    auto oblique = cube();
    const double c = std::cos(0.5), s = std::sin(0.5);
    oblique.direction = {imaging::Vec3{c, s, 0}, imaging::Vec3{-s, c, 0}, imaging::Vec3{0, 0, 1}};
    CHECK(lettersOf(oblique, 2).right.width() > 3 * a.right.width() / 2);  // LP
}

TEST(without_an_orientation_no_side_has_a_name) {
    SliceWindow window(500, 500);
    auto volume = std::make_shared<imaging::Volume>(*makeVolume(cube(), [](int, int, int) { return 0; }));
    volume->notes.push_back("no orientation in the file; left and right cannot be told apart");
    window.view.setVolume(volume, 2);
    const QImage image = window.grab();
    const auto left = inkIn(image, {0, 230, 60, 40}), right = inkIn(image, {440, 230, 60, 40});
    CHECK(!left.isNull() && left == right);
    CHECK(left != lettersOf(cube(), 2).left && left != lettersOf(cube(), 2).right);
}

TEST(texts_have_a_dark_ground_on_a_white_picture) {
    SliceWindow window(500, 500);
    window.view.setVolume(makeVolume(cube(), [](int, int, int) { return 100; }), 2);
    window.view.setWindow({0, 50});
    window.view.setCaption("Frame 1 of 3");
    const QImage image = window.grab();
    // Just left of the first letter of the slice number, of the caption, and of the scale bar's text.
    for (const QPoint& at : {QPoint(13, 20), QPoint(13, 41)}) CHECK(qRed(image.pixel(at)) < 180);
    CHECK(qRed(image.pixel(300, 20)) > 250);
}

TEST(the_scale_bar_is_as_long_as_it_says) {
    SliceWindow window(500, 500);
    window.view.setVolume(makeVolume(cube(), [](int, int, int) { return 0; }), 2);
    // At most 30 % of 500 pixels, 10 pixels a mm: 10 mm.
    QImage image = window.grab();
    const auto length = [&] {
        int pixels = 0;
        for (int x = 0; x < 300; ++x) pixels += qRed(image.pixel(x, 492)) > 200 ? 1 : 0;
        return pixels;
    };
    CHECK_NEAR(length(), 100, 1);
    auto viewport = window.view.viewport();
    viewport.zoom(1.4, {250, 250});  // 14 pixels a mm
    window.view.setViewport(viewport);
    image = window.grab();
    CHECK_NEAR(length(), 140, 1);
}

TEST(the_crosshair_goes_through_its_voxel_and_leaves_it_free) {
    SliceWindow window(500, 500);
    window.view.setAnnotationsShown(false);
    window.view.setVolume(makeVolume(cube(), [](int, int, int) { return 0; }), 2);
    window.view.setCrosshair(imaging::Vec3{12, 30, 3});  // its middle: 10 + 125, 10 + 305
    const QImage image = window.grab();
    checkColor(image, 135, 100, 90, 190, 255);
    checkColor(image, 400, 315, 90, 190, 255);
    checkColor(image, 134, 100, 0, 0, 0);
    checkColor(image, 135, 315, 0, 0, 0);
    checkColor(image, 135, 310, 0, 0, 0);
    window.view.setCrosshair(std::nullopt);
    checkColor(window.grab(), 135, 100, 0, 0, 0);
}

TEST(lines_stand_out_on_any_ground) {
    SliceWindow window(500, 500);
    window.view.setAnnotationsShown(false);
    window.view.setVolume(makeVolume(cube(), [](int, int, int) { return 9; }), 2);
    window.view.setWindow({0, 1});
    window.view.setCrosshair(imaging::Vec3{12, 30, 3});
    const QImage image = window.grab();
    checkColor(image, 135, 100, 90, 190, 255);
    for (const int x : {134, 136}) checkColor(image, x, 100, 127, 127, 127);  // half black over white
    for (const int x : {133, 137}) checkColor(image, x, 100, 255, 255, 255);
}

TEST(tool_graphics_are_drawn_in_voxels) {
    SliceWindow window(500, 500);
    window.view.setAnnotationsShown(false);
    window.view.setVolume(makeVolume(cube(), [](int, int, int) { return 0; }), 2);
    // The outline of voxels 10..19 x 10..19: pixels 110 to 210.
    const Polyline square{{{9.5, 9.5}, {19.5, 9.5}, {19.5, 19.5}, {9.5, 19.5}}, true, kRed, LineStyle::Solid};
    window.view.setGraphics({{square}, Note{{30, 30}, "liver is locked"}});
    const QImage image = window.grab();
    const auto redNear = [&](int x, int y) {
        for (int dx = -1; dx <= 1; ++dx)
            for (int dy = -1; dy <= 1; ++dy)
                if (image.pixelColor(x + dx, y + dy) == QColor(255, 0, 0)) return true;
        return false;
    };
    CHECK(redNear(110, 150) && redNear(210, 150) && redNear(150, 110) && redNear(150, 210));
    CHECK(!redNear(150, 150) && !redNear(105, 150));
    // The note beside index 30, 30 has a light ground.
    CHECK(image.pixelColor(330, 332).red() > 200);
    window.view.setGraphics({});
    checkColor(window.grab(), 330, 332, 0, 0, 0);
}

TEST(dashed_lines_have_gaps) {
    SliceWindow window(500, 500);
    window.view.setAnnotationsShown(false);
    window.view.setVolume(makeVolume(cube(), [](int, int, int) { return 0; }), 2);
    window.view.setGraphics({{{{{5, 20.05}, {40, 20.05}}, false, kRed, LineStyle::Dashed}}, {}});
    const QImage image = window.grab();
    int on = 0;
    for (int x = 100; x < 400; ++x) on += image.pixelColor(x, 215).red() > 200 ? 1 : 0;
    CHECK(on > 120 && on < 180);
}
