#include "core/imaging/intensity.h"

#include <cstring>
#include <random>

#include "core/imaging/volume_reader.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::imaging;
using namespace protolabel::test;

namespace {

Volume make(const std::vector<float>& values) {
    Volume volume;
    volume.geometry.size = {static_cast<std::int64_t>(values.size()), 1, 1};
    volume.type = ScalarType::Float32;
    volume.voxels.resize(values.size() * 4);
    std::memcpy(volume.voxels.data(), values.data(), volume.voxels.size());
    return volume;
}

}  // namespace

TEST(the_bright_end_is_a_percentile_between_ranks) {
    std::vector<float> squares;
    for (int i = 10; i >= 0; --i) squares.push_back(static_cast<float>(i * i));
    const auto range = chooseIntensityRange(make(squares));
    CHECK_EQ(range.low, 0);
    CHECK_NEAR(range.high, 99.05, 1e-9);  // numpy.percentile(range(11)**2, 99.5)
    CHECK_EQ(range.rule, "top 0.5 % of the histogram");
    CHECK_EQ(chooseIntensityRange(make({7})).high, 7);
}

TEST(computed_tomography_has_a_window) {
    auto volume = make({0, 100, 200});
    volume.modality = Modality::CT;
    auto range = chooseIntensityRange(volume);
    CHECK(range.low == -125 && range.high == 275);
    CHECK_EQ(range.rule, "CT window -125..275");
    std::vector<float> airAndBody(1000, 40);
    std::fill_n(airAndBody.begin(), 10, -1000.0f);
    CHECK_EQ(chooseIntensityRange(make(airAndBody)).rule, "CT window -125..275");
    airAndBody[0] = 40;  // fewer than 1 %
    CHECK_EQ(chooseIntensityRange(make(airAndBody)).rule, "top 0.5 % of the histogram");
    std::fill_n(airAndBody.begin(), 500, -1000.0f);
    volume = make(airAndBody);
    volume.modality = Modality::MR;  // what the file says wins
    CHECK_EQ(chooseIntensityRange(volume).rule, "top 0.5 % of the histogram");
}

TEST(a_window_of_the_user_wins) {
    auto volume = make({0, 100, 200});
    volume.modality = Modality::CT;
    const auto range = chooseIntensityRange(volume, std::pair{-50.0, 150.0});
    CHECK(range.low == -50 && range.high == 150);
    CHECK_EQ(range.rule, "window -50..150");
    CHECK_ERROR("image.window", chooseIntensityRange(volume, std::pair{5.0, 5.0}));
}

TEST(real_percentiles_are_numpys) {
    const auto data = sharedFolder() / "data";
    CHECK_EQ(chooseIntensityRange(readVolume(data / "chaost2/image_1.nii.gz")).high, 851);
    CHECK_EQ(chooseIntensityRange(readVolume(data / "cmr/image_1.nii.gz")).high, 1658);
    CHECK_EQ(chooseIntensityRange(readVolume(data / "hippocampus/image_001.nii.gz")).high, 109);
    CHECK_EQ(chooseIntensityRange(readVolume(data / "ct/ct_torso.nii.gz")).rule, "CT window -125..275");
}
