#pragma once

#include "core/fewshot/synthesis/anatomy.h"

namespace protolabel::fewshot::synthesis {

/// Draws the build of an anatomy: which organs there are, where, how large, which look alike.
class AnatomyBuilder {
public:
    AnatomyBuilder(Anatomy& anatomy, EpisodeRandom& random) : anatomy_(anatomy), random_(random) {}
    void build();

private:
    Label newLabel();
    Label lookingLike(Label other);
    Shape organ(double smallest, double largest);
    Point placeInside(double reach);
    void addBody();
    void addFillers();
    void addSpine();
    void addRibs();
    void addLargeOrgans();
    void addPairs();
    void addHeart();
    void addOrgans();
    void addVessels();

    Anatomy& anatomy_;
    EpisodeRandom& random_;
    Label blood_ = 0;
};

}  // namespace protolabel::fewshot::synthesis
