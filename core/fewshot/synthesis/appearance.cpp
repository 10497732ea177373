#include "core/fewshot/synthesis/appearance.h"

#include <algorithm>
#include <cmath>

namespace protolabel::fewshot::synthesis {

namespace {

constexpr double kHoldsAir = 0.08;  // lung, bowel gas

/// Bilinear, pixel centres onto pixel centres of the same square.
FloatImage resized(const FloatImage& image, int side) {
    Warp warp{FloatImage(side, side), FloatImage(side, side)};
    const float step = static_cast<float>(image.width) / static_cast<float>(side);
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x) {
            warp.x.at(x, y) = (static_cast<float>(x) + 0.5f) * step - 0.5f;
            warp.y.at(x, y) = (static_cast<float>(y) + 0.5f) * step - 0.5f;
        }
    return warped(image, warp);
}

/// About normal, with standard deviation 1: quick, for every pixel.
float quickNormal(std::uint64_t bits) {
    const auto sum = (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
    return (static_cast<float>(sum) / 65535.f - 2) * 1.7320508f;
}

/// Zero outside of a rectangle turned by some degrees, about as large as the slice.
void cutOff(FloatImage& image, EpisodeRandom& random) {
    const double angle = 0.4 * random.normal();
    const auto c = static_cast<float>(std::cos(angle)), s = static_cast<float>(std::sin(angle));
    const auto right = static_cast<float>(kSide * random.uniform(0.4, 0.65)),
               top = static_cast<float>(kSide * random.uniform(0.4, 0.65));
    constexpr float kMiddle = (kSide - 1) / 2.f;
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x) {
            const float u = static_cast<float>(x) - kMiddle, v = static_cast<float>(y) - kMiddle;
            if (std::abs(c * u + s * v) > right || std::abs(c * v - s * u) > top) image.at(x, y) = 0;
        }
}

}  // namespace

std::vector<Tissue> randomContrast(const Anatomy& anatomy, EpisodeRandom& random) {
    std::vector<Tissue> tissues(anatomy.count());
    const double textures = random.uniform(0, 1);
    const double power = random.uniform(0.7, 1.6);
    tissues[kAir].mean = static_cast<float>(random.uniform(0, 0.03));
    for (Label label = kSkin; label < anatomy.count(); ++label) {
        Tissue& tissue = tissues[label];
        const Label original = anatomy.appearances()[label];
        if (original < label) {
            tissue = tissues[original];
            continue;
        }
        tissue.mean = static_cast<float>(0.04 + 0.96 * std::pow(random.uniform(), power));
        // Neighbouring organs of nearly the same intensity are the rule.
        if (label > kFirstFiller && random.chance(0.35)) {
            const Tissue& other = tissues[kFirstFiller + random.below(label - kFirstFiller)];
            tissue.mean = static_cast<float>(std::max(0.02, other.mean + 0.04 * random.normal()));
        }
        if (label >= kFirstFiller && random.chance(kHoldsAir))
            tissue.mean = static_cast<float>(random.uniform(0, 0.08));
        tissue.coarse = static_cast<float>(0.1 * textures * random.uniform());
        tissue.fine = static_cast<float>(0.2 * textures * random.uniform());
        if (random.chance(0.25)) tissue.vessels = static_cast<float>(0.25 * random.normal());
    }
    return tissues;
}

std::vector<Tissue> jittered(const std::vector<Tissue>& contrast, const Anatomy& anatomy, EpisodeRandom& random) {
    std::vector<Tissue> tissues = contrast;
    const double amount = random.uniform(0, 0.06);
    for (Label label = kSkin; label < anatomy.count(); ++label) {
        const Label original = anatomy.appearances()[label];
        if (original < label)
            tissues[label] = tissues[original];
        else
            tissues[label].mean = static_cast<float>(std::max(0.0, tissues[label].mean + amount * random.normal()));
    }
    return tissues;
}

Acquisition randomAcquisition(EpisodeRandom& random) {
    Acquisition result;
    result.blur = random.uniform(0.4, 1.1);
    result.reduction = random.chance(0.3) ? 1 : random.uniform(1, 2);
    result.noise = random.chance(0.2) ? 0 : random.logUniform(0.005, 0.07);
    result.bias = random.uniform(0, 0.25);
    result.biasFrequency = random.uniform(0.4, 1);
    result.gamma = random.logUniform(0.7, 1.4);
    result.textureFrequency = random.logUniform(8, 30);
    result.vesselFrequency = random.logUniform(3, 9);
    result.cutOff = random.chance(0.15);
    return result;
}

Acquisition jittered(const Acquisition& acquisition, EpisodeRandom& random) {
    Acquisition result = acquisition;
    result.noise *= random.logUniform(0.7, 1.4);
    result.gamma *= random.logUniform(0.85, 1.18);
    result.blur *= random.logUniform(0.8, 1.25);
    return result;
}

FloatImage acquired(const labels::LabelSlice& labels, const std::vector<Tissue>& tissues, const SlicePoints& points,
                    const Acquisition& acquisition, EpisodeRandom& random) {
    const auto texture = points.evaluate(Noise(random, acquisition.textureFrequency)).pixels();
    const Noise vesselNoise(random, acquisition.vesselFrequency);
    // The field is zero along thin sheets, which a slice cuts into lines.
    const auto vessels = points.evaluate(vesselNoise).pixels();
    const Noise biasNoise(random, acquisition.biasFrequency);
    const auto bias =
        points.evaluate([&](const Point& p) { return std::exp(static_cast<float>(acquisition.bias) * biasNoise(p)); })
            .pixels();
    FloatImage image(kSide, kSide);
    for (std::size_t i = 0; i < image.pixels.size(); ++i) {
        const Tissue& tissue = tissues[labels.pixels[i]];
        float value = tissue.mean + tissue.coarse * texture.pixels[i] + tissue.fine * quickNormal(random.bits());
        value += tissue.vessels * std::max(0.f, 1 - std::abs(vessels.pixels[i]) * 8);
        image.pixels[i] = std::max(0.f, value) * bias.pixels[i];
    }
    const double reduction = acquisition.reduction;
    image = smoothed(image, acquisition.blur * reduction);
    if (reduction > 1) image = resized(image, static_cast<int>(std::lround(kSide / reduction)));
    const auto noise = static_cast<float>(acquisition.noise);
    if (noise > 0)
        for (auto& value : image.pixels) {
            const float real = value + noise * quickNormal(random.bits());
            const float imaginary = noise * quickNormal(random.bits());
            value = std::sqrt(real * real + imaginary * imaginary);
        }
    if (image.width != kSide) image = resized(image, kSide);
    applyGamma(image, acquisition.gamma);
    if (acquisition.cutOff) cutOff(image, random);
    return image;
}

Normalisation randomNormalisation(EpisodeRandom& random) {
    return {random.logUniform(0.001, 0.015), random.uniform(0.8, 1.15), random.logUniform(0.85, 1.15)};
}

void normalise(FloatImage& image, const Normalisation& normalisation) {
    auto sorted = image.pixels;
    const auto count = static_cast<double>(sorted.size());
    const auto rank = sorted.begin() + static_cast<std::ptrdiff_t>((count - 1) * (1 - normalisation.clipped));
    std::nth_element(sorted.begin(), rank, sorted.end());
    const float brightest = *rank;
    double sum = 0, squares = 0;
    for (auto& value : image.pixels) {
        value = std::min(value, brightest);
        sum += value;
        squares += static_cast<double>(value) * value;
    }
    const double mean = sum / count;
    const double deviation = std::sqrt(std::max(squares / count - mean * mean, 1e-12)) * normalisation.deviationFactor;
    const double centre = mean * normalisation.meanFactor;
    for (auto& value : image.pixels) value = static_cast<float>((value - centre) / deviation);
}

}  // namespace protolabel::fewshot::synthesis
