#include "core/refine/features.h"

#include <algorithm>
#include <cmath>

#include "core/base/parallel.h"
#include "core/labels/shape_interpolation.h"
#include "core/refine/appearance.h"
#include "core/refine/shape_prior.h"

namespace protolabel::refine {

using labels::Image2D;
using labels::Mask;
using labels::MaskStack;

namespace {

constexpr double kMargin = 40, kBeside = 30;  // mm
constexpr float kFar = 30;                    // mm
constexpr double kSlicesAway = 4;             // what is near across slices
constexpr int kNowhere = 20;                  // slices to a neighbour that does not exist
constexpr int kThreads = 4;

float logOddsOf(std::uint8_t score) {
    const float p = (static_cast<float>(score) + 0.5F) / 256;
    return std::clamp(std::log(p / (1 - p)), -4.F, 4.F);
}

class Extraction {
public:
    explicit Extraction(const Evidence& evidence)
        : evidence_(evidence), image_(evidence.image), millimetres_(2 * image_.pixelSpacing) {
        result_.window = windowAround(evidence.drawn, image_.width, image_.height,
                                      static_cast<int>(std::lround(kMargin / millimetres_)));
        result_.slices = image_.slices;
        result_.values.resize(static_cast<std::size_t>(image_.slices) * result_.window.pixels() * kFeatures);
    }

    FeatureVolume run(const std::vector<int>& slices) {
        readDrawn();
        readImage();
        const labels::ShapeInterpolation between(withEnds(), {millimetres_ / 2, millimetres_ / 2});
        const ShapePrior prior(evidence_.drawn, image_.slices, image_.sliceSpacing, result_.window, evidence_.finished);
        parallelFor(slices.size(), kThreads, [&](std::size_t i) { fill(slices[i], between, prior); });
        return std::move(result_);
    }

private:
    struct Drawn {
        Mask whole;  ///< not halved
        Mask mask;
        Image2D<float> distance;  ///< mm
        bool empty = true;
    };

    /// Of a mask that is not halved: halving masks first would lose what lies between the pixels (0.02 of a kidney's Dice).
    Image2D<float> distanceOf(const Mask& whole) const {
        const auto pixel = static_cast<float>(millimetres_ / 2);
        auto distance = halved(signedDistance(whole, kFar / pixel));
        for (auto& value : distance.pixels) value *= pixel;
        return distance;
    }

    void readDrawn() {
        double area = 0;
        int shown = 0;
        for (const auto& [slice, mask] : evidence_.drawn) {
            auto& drawn = drawn_[slice];
            drawn.whole = cutFull(mask, result_.window);
            const auto share = halved(drawn.whole);
            drawn.mask = cutMask(share);
            if (labels::countNonZero(drawn.mask) == 0)  // what is smaller than a pixel stays
                for (std::size_t p = 0; p < share.pixels.size(); ++p) drawn.mask.pixels[p] = share.pixels[p] > 0;
            drawn.distance = distanceOf(drawn.whole);
            const auto pixels = labels::countNonZero(drawn.mask);
            drawn.empty = pixels == 0;
            area += static_cast<double>(pixels) * millimetres_ * millimetres_;
            shown += drawn.empty ? 0 : 1;
        }
        radius_ = shown > 0 ? static_cast<float>(std::sqrt(area / shown / 3.14159265)) : 0;
    }

    /// Beyond the volume's ends the object is taken to be absent.
    MaskStack withEnds() const {
        MaskStack stack;
        for (const auto& [slice, drawn] : drawn_) stack[slice] = drawn.whole;
        for (const int end : {-1, image_.slices})
            stack[end] = Mask(2 * result_.window.width, 2 * result_.window.height);
        return stack;
    }

    /// Grey values as Appearance sees them, three times smoothed.
    void readImage() {
        std::vector<Image2D<float>> grey(static_cast<std::size_t>(image_.slices));
        parallelFor(grey.size(), kThreads,
                    [&](std::size_t z) { grey[z] = cut(halved(image_, static_cast<int>(z)), result_.window); });
        const Mask* last = nullptr;  // what lies beside: on empty slices, where the object was on another
        std::vector<float> inside, beside;
        for (const auto& [slice, drawn] : drawn_)
            if (!drawn.empty) last = &drawn.mask;
        for (const auto& [slice, drawn] : drawn_) {
            const auto& values = grey[static_cast<std::size_t>(slice)].pixels;
            for (std::size_t p = 0; p < values.size(); ++p) {
                if (drawn.mask.pixels[p] != 0)
                    inside.push_back(values[p]);
                else if (drawn.empty ? last != nullptr && last->pixels[p] != 0 : drawn.distance.pixels[p] > -kFar)
                    beside.push_back(values[p]);
            }
        }
        const Appearance appearance(inside, beside);
        point_.resize(grey.size()), near_.resize(grey.size()), wide_.resize(grey.size());
        parallelFor(grey.size(), kThreads, [&](std::size_t z) {
            for (auto& value : grey[z].pixels) value = appearance.ratio(value);
            near_[z] = boxMean(grey[z], 1);
            wide_[z] = boxMean(grey[z], 3);
        });
        point_ = std::move(grey);
    }

    /// The mean over a slice and its neighbours.
    float wideAt(int slice, std::size_t pixel) const {
        float sum = 0;
        int count = 0;
        for (int z = std::max(0, slice - 1); z <= std::min(image_.slices - 1, slice + 1); ++z, ++count)
            sum += wide_[static_cast<std::size_t>(z)].pixels[pixel];
        return sum / static_cast<float>(count);
    }

    void fill(int slice, const labels::ShapeInterpolation& between, const ShapePrior& prior) {
        const auto z = static_cast<std::size_t>(slice);
        const auto& window = result_.window;
        const auto depth = between.depth(slice);
        Mask shape(depth.width, depth.height);
        for (std::size_t p = 0; p < shape.pixels.size(); ++p) shape.pixels[p] = depth.pixels[p] > 0;
        const auto inter = distanceOf(shape);
        const auto votes = prior.votes(slice);
        const auto own = scoreIn(evidence_.scores, slice), foreign = scoreIn(evidence_.foreignScores, slice);
        const Mask& shown = nearestShown(slice);
        const float greyThere = meanWithin(shown, near_[z]), ownThere = meanWithin(shown, own);

        const auto after = drawn_.upper_bound(slice);
        const Drawn* before = after == drawn_.begin() ? nullptr : &std::prev(after)->second;
        const Drawn* next = after == drawn_.end() ? nullptr : &after->second;
        const int toBefore = before != nullptr ? slice - std::prev(after)->first : kNowhere;
        const int toNext = next != nullptr ? after->first - slice : kNowhere;
        const float t = static_cast<float>(toBefore) / static_cast<float>(toBefore + toNext);
        const auto nearBefore = static_cast<float>(std::exp(-toBefore / kSlicesAway));
        const auto nearNext = static_cast<float>(std::exp(-toNext / kSlicesAway));
        for (int y = 0; y < window.height; ++y)
            for (int x = 0; x < window.width; ++x) {
                const auto p = static_cast<std::size_t>(y) * window.width + static_cast<std::size_t>(x);
                const float b = before != nullptr ? before->distance.pixels[p] : -kFar;
                const float n = next != nullptr ? next->distance.pixels[p] : -kFar;
                float* f = result_.at(slice, p);
                f[0] = inter.pixels[p] / 10;
                f[1] = b / 10;
                f[2] = n / 10;
                f[3] = ((1 - t) * b + t * n) / 10;
                f[4] = nearBefore;
                f[5] = nearNext;
                f[6] = before != nullptr && before->empty ? 1.F : 0.F;
                f[7] = next != nullptr && next->empty ? 1.F : 0.F;
                f[8] = before != nullptr ? 1.F : 0.F;
                f[9] = next != nullptr ? 1.F : 0.F;
                f[10] = point_[z].pixels[p];
                f[11] = near_[z].pixels[p];
                f[12] = wideAt(slice, p);
                f[13] = own.pixels[p];
                f[14] = 4 * votes.pixels[p] - 2;
                f[15] = evidence_.finished.empty() ? 0.F : 1.F;
                f[16] = radius_ / 30;
                f[17] = std::min(std::min(toBefore, toNext), 8) / 4.F;
                f[18] = foreign.pixels[p];
                f[19] = greyThere;
                f[20] = ownThere;
            }
    }

    /// The drawn shape nearest to a slice.
    const Mask& nearestShown(int slice) const {
        const std::pair<const int, Drawn>* nearest = nullptr;
        for (const auto& drawn : drawn_)
            if (!drawn.second.empty &&
                (nearest == nullptr || std::abs(drawn.first - slice) < std::abs(nearest->first - slice)))
                nearest = &drawn;
        return nearest->second.mask;
    }

    static float meanWithin(const Mask& mask, const Image2D<float>& values) {
        double sum = 0, count = 0;
        for (std::size_t p = 0; p < values.pixels.size(); ++p)
            if (mask.pixels[p] != 0) sum += values.pixels[p], ++count;
        return count > 0 ? static_cast<float>(sum / count) : 0;
    }

    /// Log-odds in the window; 0 where nothing was scored.
    Image2D<float> scoreIn(const ScoreStack& scores, int slice) const {
        const auto& window = result_.window;
        Image2D<float> result(window.width, window.height);
        const auto found = scores.find(slice);
        if (found == scores.end()) return result;
        for (int y = 0; y < window.height; ++y)
            for (int x = 0; x < window.width; ++x)
                for (const int dy : {0, 1})
                    for (const int dx : {0, 1})
                        result.at(x, y) +=
                            table()[found->second.at(2 * (window.left + x) + dx, 2 * (window.top + y) + dy)] / 4;
        return result;
    }

    static const std::array<float, 256>& table() {
        static const auto values = [] {
            std::array<float, 256> all{};
            for (std::size_t i = 0; i < all.size(); ++i) all[i] = logOddsOf(static_cast<std::uint8_t>(i));
            return all;
        }();
        return values;
    }

    const Evidence& evidence_;
    const SliceStack<Half>& image_;
    double millimetres_;  ///< per pixel of the window
    FeatureVolume result_;
    std::map<int, Drawn> drawn_;
    float radius_ = 0;  ///< mm, of a disc of the drawn shapes' mean area
    std::vector<Image2D<float>> point_, near_, wide_;
};

}  // namespace

FeatureVolume featuresOf(const Evidence& evidence, const std::vector<int>& slices) {
    return Extraction(evidence).run(slices);
}

}  // namespace protolabel::refine
