#include "core/fewshot/synthesis/pair.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace protolabel::fewshot::synthesis {

namespace {

constexpr double kSameSubject = 0.2, kOtherContrast = 0.1, kHollowFocus = 0.2;
constexpr int kAttempts = 20;  // to find a pair that shows an object

/// From the image to the anatomy, for one subject.
struct View {
    double turn = 0;  ///< degrees
    double zoom = 1;
    double x = 0, y = 0, z = 0;  ///< what is in the middle
    double tiltX = 0, tiltY = 0;
    bool flip = false;
    int quarterTurns = 0;
};

/// What makes two subjects of one build differ smoothly.
class Deformation {
public:
    Deformation(EpisodeRandom& random, double amount) : amount_(static_cast<float>(amount)) {
        const double frequency = random.uniform(1, 3);
        for (int axis = 0; axis < 3; ++axis) noise_.emplace_back(random, frequency);
    }
    Point operator()(const Point& p) const {
        if (amount_ == 0) return p;
        return {p.x + amount_ * noise_[0](p), p.y + amount_ * noise_[1](p), p.z + amount_ * noise_[2](p)};
    }

private:
    float amount_;
    std::vector<Noise> noise_;
};

SlicePoints pointsOf(const View& view, const Deformation& deformation) {
    const double angle = (view.turn + 90 * view.quarterTurns) * std::numbers::pi / 180;
    const double c = std::cos(angle) / view.zoom, s = std::sin(angle) / view.zoom;
    SlicePoints points;
    for (int j = 0; j < Field::kNodes; ++j)
        for (int i = 0; i < Field::kNodes; ++i) {
            double u = (2.0 * i - (kSide - 1) / 2.0) / (kSide / 2.0), v = (2.0 * j - (kSide - 1) / 2.0) / (kSide / 2.0);
            if (view.flip) u = -u;
            const double x = c * u - s * v, y = s * u + c * v;
            points.node(i, j) = deformation({static_cast<float>(view.x + x), static_cast<float>(view.y + y),
                                             static_cast<float>(view.z + view.tiltX * x + view.tiltY * y)});
        }
    return points;
}

View randomView(const Shape& focus, EpisodeRandom& random) {
    View view;
    view.flip = random.coin();
    view.quarterTurns = random.below(4);
    view.turn = 6 * random.normal();
    view.tiltX = 0.06 * random.normal();
    view.tiltY = 0.06 * random.normal();
    view.zoom = random.chance(0.65) ? random.uniform(0.85, 1.25) : random.logUniform(1.2, 2.4);
    // The closer the view, the nearer its middle to the object of interest.
    const double nearness = std::clamp((view.zoom - 1) / 0.8, 0.0, 1.0);
    view.x = nearness * focus.centre.x + 0.06 * random.normal();
    view.y = nearness * focus.centre.y + 0.06 * random.normal();
    view.z = focus.centre.z + random.uniform(-0.85, 0.85) * std::min(focus.radii.z, 1.f);
    return view;
}

View jittered(const View& view, EpisodeRandom& random, double amount) {
    View other = view;
    other.turn += 5 * amount * random.normal();
    other.zoom *= std::exp(0.07 * amount * random.normal());
    other.x += 0.06 * amount * random.normal();
    other.y += 0.06 * amount * random.normal();
    other.tiltX += 0.05 * amount * random.normal();
    other.tiltY += 0.05 * amount * random.normal();
    return other;
}

std::vector<std::int64_t> pixelCounts(const labels::LabelSlice& slice, Label labels) {
    std::vector<std::int64_t> counts(labels);
    for (const auto label : slice.pixels) ++counts[label];
    return counts;
}

/// At most `most` of `labels`, any of them.
void thin(std::vector<Label>& labels, std::size_t most, EpisodeRandom& random) {
    while (labels.size() > most) labels.erase(labels.begin() + random.below(static_cast<int>(labels.size())));
}

/// What the view is about: any organ, and more often than its share a hollow one, whose wall is thin.
const Shape& randomFocus(const Anatomy& anatomy, EpisodeRandom& random) {
    std::vector<const Shape*> all, hollow;
    for (const auto& shape : anatomy.shapes()) {
        all.push_back(&shape);
        if (shape.lumen != 0) hollow.push_back(&shape);
    }
    const auto& choice = !hollow.empty() && random.chance(kHollowFocus) ? hollow : all;
    return *choice[random.below(static_cast<int>(choice.size()))];
}

/// False when no object is seen in both slices.
bool attempt(EpisodeRandom& random, Pair& pair) {
    const Anatomy first(random);
    const bool sameSubject = random.chance(kSameSubject);
    const Anatomy second = sameSubject ? first : first.jittered(random);
    const Shape& focus = randomFocus(first, random);
    const View firstView = randomView(focus, random);
    View secondView = jittered(firstView, random, sameSubject ? 0.2 : 1);
    const double far = random.chance(0.7) ? 0.35 : 0.9;
    secondView.z += random.uniform(-far, far) * std::min(focus.radii.z, 0.6f);

    const Deformation none(random, 0), deformed(random, sameSubject ? 0 : random.uniform(0, 0.05));
    const auto contrast = randomContrast(first, random);
    const auto acquisition = randomAcquisition(random);
    const std::array<SlicePoints, 2> points = {pointsOf(firstView, none), pointsOf(secondView, deformed)};
    pair.labels = {first.label(points[0]), second.label(points[1])};

    const auto counts = pixelCounts(pair.labels[0], first.count()), others = pixelCounts(pair.labels[1], first.count());
    pair.objects.clear();
    pair.onlyFirst.clear();
    for (Label label = 0; label < first.count(); ++label) {
        if (!first.isObject(label) || counts[label] < kSmallestObject) continue;
        if (others[label] >= kSmallestObject) pair.objects.push_back(label);
        if (others[label] == 0) pair.onlyFirst.push_back(label);
    }
    if (pair.objects.empty()) return false;
    thin(pair.objects, kMostObjects, random);
    thin(pair.onlyFirst, kMostObjects / 4, random);

    const bool otherContrast = random.chance(kOtherContrast);
    const std::array<std::vector<Tissue>, 2> tissues = {
        contrast, otherContrast ? randomContrast(first, random) : jittered(contrast, first, random)};
    const std::array<Acquisition, 2> acquisitions = {
        acquisition, otherContrast ? randomAcquisition(random) : jittered(acquisition, random)};
    for (int side = 0; side < 2; ++side) {
        pair.images[side] = acquired(pair.labels[side], tissues[side], points[side], acquisitions[side], random);
        normalise(pair.images[side], randomNormalisation(random));
    }
    return true;
}

}  // namespace

Pair synthesise(std::uint64_t seed, std::int64_t index) {
    EpisodeRandom random(seed, static_cast<std::uint64_t>(index));
    Pair pair;
    for (int i = 0; i < kAttempts; ++i)
        if (attempt(random, pair)) return pair;
    return pair;  // without objects: nothing to learn from it
}

}  // namespace protolabel::fewshot::synthesis
