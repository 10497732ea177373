#pragma once

#include <vector>

#include "core/fewshot/synthesis/anatomy.h"

namespace protolabel::fewshot::synthesis {

/// How a label looks: intensity 0..1, the standard deviations of its two textures, and how much brighter the vessels in it are.
struct Tissue {
    float mean = 0, coarse = 0, fine = 0, vessels = 0;
};

/// A contrast: how each label of an anatomy looks. Labels that look alike have equal tissues.
std::vector<Tissue> randomContrast(const Anatomy& anatomy, EpisodeRandom& random);

/// The same contrast in another subject: means moved by a few percent, labels that look alike together.
std::vector<Tissue> jittered(const std::vector<Tissue>& contrast, const Anatomy& anatomy, EpisodeRandom& random);

/// How a slice is acquired.
struct Acquisition {
    double blur = 0;       ///< standard deviation, pixels
    double reduction = 1;  ///< of the resolution, which comes back by interpolation
    double noise = 0;      ///< of each of the two channels whose magnitude is the image (Rician)
    double bias = 0;       ///< standard deviation of the logarithm of the field
    double biasFrequency = 1;
    double gamma = 1;
    double textureFrequency = 15;
    double vesselFrequency = 6;
    bool cutOff = false;  ///< outside of a turned rectangle nothing was measured
};
Acquisition randomAcquisition(EpisodeRandom& random);
/// Another scan on the same machine.
Acquisition jittered(const Acquisition& acquisition, EpisodeRandom& random);

/// Intensities of labelled pixels, about 0..1, as a scanner would give them.
FloatImage acquired(const labels::LabelSlice& labels, const std::vector<Tissue>& tissues, const SlicePoints& points,
                    const Acquisition& acquisition, EpisodeRandom& random);

/// As the network gets a slice: its bright end (the fraction `clipped` of the pixels) clipped, then less `mean` over `deviation` of the
/// slice, both times a factor, since at prediction they are a volume's.
struct Normalisation {
    double clipped = 0.005, meanFactor = 1, deviationFactor = 1;
};
Normalisation randomNormalisation(EpisodeRandom& random);
void normalise(FloatImage& image, const Normalisation& normalisation);

}  // namespace protolabel::fewshot::synthesis
