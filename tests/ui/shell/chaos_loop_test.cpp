// The loop that the program is for, by mouse and keys, on abdominal MR with the worker and the model that come with it: three slices of each organ
// are drawn in one volume along the expert's outline, proposed in five, accepted and exported. What was exported is compared with the experts.
#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <array>
#include <cstdio>
#include <set>

#include "storage/project_file.h"
#include "tests/core/imaging/scan_file.h"
#include "tests/ui/shell/desk.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

constexpr std::array kVolumes{1, 2, 3, 5, 8};  ///< the first is drawn on
constexpr int kOrgans = 4;

// `protolabel-cli predict` reaches 74.0 in the volume that was drawn on and 57.4 in the mean over others with three slices drawn per organ (README,
// "What to expect"). Volumes differ: one alone may be as low as 40.
constexpr double kDrawnFloor = 74, kOthersFloor = 53, kOneFloor = 40;

Scan expert(int volume) {
    return readScan(sharedFolder() / "data/chaost2" / ("label_" + std::to_string(volume) + ".nii.gz"));
}

/// Slices at a quarter, half and three quarters of the organ's extent.
std::set<int> slicesToDraw(const Scan& truth, int organ) {
    int first = truth.size[2], last = -1;
    for (int k = 0; k < truth.size[2]; ++k)
        for (int j = 0; j < truth.size[1]; ++j)
            for (int i = 0; i < truth.size[0]; ++i)
                if (truth.at(i, j, k) == organ) first = std::min(first, k), last = std::max(last, k);
    return {first + (last - first) / 4, first + (last - first) / 2, first + 3 * (last - first) / 4};
}

using Outline = std::vector<std::pair<double, double>>;
using Pixels = std::set<std::pair<int, int>>;  ///< (row, column)

/// Takes one 4-connected part out of `pixels`.
Pixels takePart(Pixels& pixels) {
    Pixels part;
    std::vector open{*pixels.begin()};
    while (!open.empty()) {
        const auto [j, i] = open.back();
        open.pop_back();
        if (pixels.erase({j, i}) == 0) continue;
        part.insert({j, i});
        for (const auto& next : {std::pair{j - 1, i}, {j + 1, i}, {j, i - 1}, {j, i + 1}}) open.push_back(next);
    }
    return part;
}

/// Along the pixels' edges with the part on the right, from the upper left corner of its first pixel around.
Outline outlineOf(const Pixels& part) {
    constexpr std::array kSteps{std::pair{0, 1}, std::pair{1, 0}, std::pair{0, -1}, std::pair{-1, 0}};  // E S W N
    const auto [top, left] = *part.begin();
    int j = top, i = left, way = 0;  // a corner: above and left of pixel (j, i)
    Outline outline;
    do {
        outline.emplace_back(i - 0.5, j - 0.5);
        j += kSteps[static_cast<std::size_t>(way)].first;
        i += kSteps[static_cast<std::size_t>(way)].second;
        // The pixels ahead of the corner, on the left and on the right of the way.
        constexpr std::array kLeft{std::pair{-1, 0}, std::pair{0, 0}, std::pair{0, -1}, std::pair{-1, -1}};
        const auto ahead = [&](int turn) {
            const auto [dj, di] = kLeft[static_cast<std::size_t>((way + turn) % 4)];
            return part.count({j + dj, i + di}) != 0;
        };
        way = !ahead(1) ? (way + 1) % 4 : ahead(0) ? (way + 3) % 4 : way;
    } while (i != left || j != top);
    return outline;
}

/// Draws what the expert drew there, part by part. Holes are filled: nobody draws them either.
void draw(Desk& desk, const Scan& truth, int organ, int slice) {
    Pixels pixels;
    for (int j = 0; j < truth.size[1]; ++j)
        for (int i = 0; i < truth.size[0]; ++i)
            if (truth.at(i, j, slice) == organ) pixels.insert({j, i});
    while (!pixels.empty()) desk.trace(outlineOf(takePart(pixels)), slice);
}

/// In percent.
double dice(const Scan& a, const Scan& b, int organ, int first, int last) {
    std::int64_t both = 0, sum = 0;
    for (int k = first; k <= last; ++k)
        for (int j = 0; j < a.size[1]; ++j)
            for (int i = 0; i < a.size[0]; ++i) {
                const bool inA = a.at(i, j, k) == organ, inB = b.at(i, j, k) == organ;
                both += inA && inB;
                sum += inA + inB;
            }
    return sum > 0 ? 200.0 * static_cast<double>(both) / static_cast<double>(sum) : 100;
}

std::string nameOf(int volume) {
    return "image_" + std::to_string(volume);
}

/// A project of the five volumes, the first one shown.
void openScans(Desk& desk) {
    storage::createProject(desk.folder / "abdomen.plb", {{LabelId{1}, "liver", {230, 159, 0}, false, true},
                                                         {LabelId{2}, "right kidney", {86, 180, 233}, false, true},
                                                         {LabelId{3}, "left kidney", {0, 158, 115}, false, true},
                                                         {LabelId{4}, "spleen", {204, 121, 167}, false, true}});
    desk.window->openPaths({desk.path("abdomen.plb")});
    QStringList images;
    for (const int volume : kVolumes)
        images.append(
            QString::fromStdString((sharedFolder() / "data/chaost2" / (nameOf(volume) + ".nii.gz")).string()));
    desk.drop(images);
    auto& importing = desk.dialog("import");
    auto& button = child<QAbstractButton>(importing, "import");
    waitFor("the images", [&] { return button.isEnabled(); });
    QTest::mouseClick(&button, Qt::LeftButton);
    waitFor("the import", [&] { return desk.project().volumes().size() == kVolumes.size(); });
    desk.key(Qt::Key_Escape);
    waitFor("the end of the dialog", [&] { return desk.window->findChild<QDialog*>("import") == nullptr; });
    desk.waitForVolume(nameOf(kVolumes.front()));
    QApplication::setActiveWindow(desk.window.get());
    desk.window->viewer().setFocus();
}

void exportTo(Desk& desk, const QString& folder) {
    desk.key(Qt::Key_E, Qt::ControlModifier);
    auto& dialog = desk.dialog("export");
    child<QLineEdit>(dialog, "folder").setText(folder);
    QTest::mouseClick(&child<QAbstractButton>(dialog, "export"), Qt::LeftButton);
    waitFor("the files", [&] { return child<QWidget>(dialog, "summary").isVisible(); });
    desk.key(Qt::Key_Escape);
}

TEST(three_drawn_slices_label_five_volumes) {
    const auto truth = expert(kVolumes.front());
    Desk desk;
    desk.workspace->preferences().setWorkerCommand(
        QString::fromStdString((programFolder() / "protolabel-worker").string()));
    openScans(desk);
    desk.key(Qt::Key_3, Qt::ControlModifier);  // one large view
    desk.key(Qt::Key_G);
    for (int organ = 1; organ <= kOrgans; ++organ) {
        desk.key(Qt::Key_0 + organ);
        for (const int slice : slicesToDraw(truth, organ)) {
            draw(desk, truth, organ, slice);
            desk.key(Qt::Key_M);
        }
    }
    keepPictures(*desk.window, "loop_drawn");
    CHECK_EQ(desk.project().supports().size(), 3U * kOrgans);

    desk.key(Qt::Key_P, Qt::ControlModifier | Qt::AltModifier);
    CHECK(desk.workspace->proposer().working());
    if (!QTest::qWaitFor([&] { return !desk.workspace->proposer().working(); }, 240000))
        throw Failure("the proposals do not end");
    for (const auto& volume : desk.project().volumes()) {
        CHECK(!desk.project().store().proposals(volume.id).empty());
        desk.waitForVolume(volume.name);
        if (volume.name == nameOf(kVolumes.back()))  // the spleen is proposed on its middle slice
            waitFor("what is said of the supports", [&] {
                const auto text = child<QLabel>(*desk.window, "supportsUsed").text();
                return text.startsWith("spleen is proposed here from image_1, slice 2") && text.endsWith("% overlap");
            });
        keepPictures(*desk.window, QString::fromStdString("loop_" + volume.name));
        desk.key(Qt::Key_C, Qt::ShiftModifier);
        CHECK(desk.project().store().proposals(volume.id).empty());
        desk.key(Qt::Key_PageDown, Qt::ControlModifier);
    }
    exportTo(desk, desk.path("masks"));

    double others = 0;
    for (const int volume : kVolumes) {
        const auto is = readScan(desk.folder / "masks" / (nameOf(volume) + ".nii.gz")), wanted = expert(volume);
        CHECK(is.size == wanted.size);
        double mean = 0;
        std::printf("%s:", nameOf(volume).c_str());
        for (int organ = 1; organ <= kOrgans; ++organ) {
            const double one = dice(is, wanted, organ, 0, wanted.size[2] - 1);
            std::printf(" %.1f", one);
            mean += one / kOrgans;
        }
        std::printf(", mean %.1f\n", mean);
        if (volume != kVolumes.front()) {
            CHECK(mean > kOneFloor);
            others += mean / (kVolumes.size() - 1);
            continue;
        }
        CHECK(mean > kDrawnFloor);
        for (int organ = 1; organ <= kOrgans; ++organ)  // what was drawn by mouse is what the expert drew
            for (const int slice : slicesToDraw(truth, organ)) CHECK(dice(is, wanted, organ, slice, slice) > 98);
    }
    std::printf("mean of the volumes that were not drawn on: %.1f\n", others);
    CHECK(others > kOthersFloor);
}

}  // namespace
