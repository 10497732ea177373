#include "viewer/base/window.h"

#include <cstring>
#include <functional>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::viewer;

namespace {

imaging::Volume makeVolume(int count, const std::function<float(int)>& value) {
    imaging::Volume volume;
    volume.geometry.size = {count, 1, 1};
    volume.type = imaging::ScalarType::Float32;
    volume.voxels.resize(static_cast<std::size_t>(count) * 4);
    for (int n = 0; n < count; ++n) {
        const float v = value(n);
        std::memcpy(volume.voxels.data() + n * 4, &v, 4);
    }
    return volume;
}

void checkWindow(const Window& window, double low, double high, double tolerance) {
    CHECK_NEAR(window.low, low, tolerance);
    CHECK_NEAR(window.high, high, tolerance);
}

}  // namespace

TEST(automatic_is_the_1st_to_the_99th_percentile) {
    checkWindow(automaticWindow(makeVolume(1001, [](int n) { return static_cast<float>(n); })), 10, 990, 1e-6);
    // From a sample of a large volume.
    checkWindow(automaticWindow(makeVolume(5'000'000, [](int n) { return static_cast<float>(n % 1001); })), 10, 990, 2);
}

TEST(padding_is_left_out) {
    const auto padded = makeVolume(2000, [](int n) { return n < 999 ? -100.f : static_cast<float>(n - 999); });
    checkWindow(automaticWindow(padded), 10, 990, 1e-6);
}

TEST(ct_is_shown_in_its_soft_tissue_window) {
    const auto air = [](int n) { return n % 50 == 0 ? -1000.f : static_cast<float>(n % 100); };  // 2 % like air
    checkWindow(automaticWindow(makeVolume(1000, air)), -160, 240, 0);
    auto tagged = makeVolume(1000, [](int n) { return static_cast<float>(n % 100); });
    tagged.modality = imaging::Modality::CT;
    checkWindow(automaticWindow(tagged), -160, 240, 0);
    CHECK_EQ(defaultPresets(tagged).size(), 9U);
    CHECK((defaultPresets(tagged)[3].window == Window{-1350, 150}));  // lung: level -600, width 1500
}

TEST(odd_values_give_a_usable_window) {
    checkWindow(automaticWindow(makeVolume(100, [](int) { return 5.f; })), 4.5, 5.5, 0);
    checkWindow(automaticWindow(makeVolume(10, [](int) { return std::nanf(""); })), 0, 1, 0);
    for (const auto& preset : defaultPresets(makeVolume(1000, [](int n) { return n == 7 ? 1.f : 0.f; })))
        CHECK(preset.window.high > preset.window.low);
}

TEST(level_and_width) {
    const Window window = fromLevel(40, 400);
    CHECK((window == Window{-160, 240}));
    CHECK_EQ(window.level(), 40);
    CHECK_EQ(window.width(), 400);
}
