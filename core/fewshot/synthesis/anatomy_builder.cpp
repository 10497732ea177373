#include "core/fewshot/synthesis/anatomy_builder.h"

#include <cmath>
#include <numbers>

namespace protolabel::fewshot::synthesis {

void AnatomyBuilder::build() {
    for (Label label = 0; label < kFirstFiller; ++label) newLabel();
    addBody();
    for (int i = 0; i < 3; ++i) anatomy_.shapeNoise_.emplace_back(random_, random_.logUniform(2, 7));
    for (int i = 0; i < 2; ++i) anatomy_.bodyNoise_.emplace_back(random_, random_.logUniform(0.8, 2.5));
    addFillers();
    addSpine();
    if (random_.chance(0.5)) addRibs();
    addLargeOrgans();
    addPairs();
    const bool heartLast = random_.coin();
    if (!heartLast) addHeart();
    addOrgans();
    if (heartLast) addHeart();
    addVessels();
}

Label AnatomyBuilder::newLabel() {
    const Label label = anatomy_.count();
    anatomy_.appearances_.push_back(label);
    return label;
}

Label AnatomyBuilder::lookingLike(Label other) {
    const Label label = newLabel();
    anatomy_.appearances_.back() = anatomy_.appearances_[other];
    return label;
}

Point AnatomyBuilder::placeInside(double reach) {
    const double angle = random_.uniform(0, 2 * std::numbers::pi), r = reach * std::sqrt(random_.uniform());
    return {static_cast<float>(r * std::cos(angle)) * anatomy_.body_.radiusX,
            static_cast<float>(r * std::sin(angle)) * anatomy_.body_.radiusY,
            static_cast<float>(random_.uniform(-0.5, 0.5))};
}

Shape AnatomyBuilder::organ(double smallest, double largest) {
    Shape shape;
    const double size = random_.logUniform(smallest, largest);
    const double flat = random_.uniform(0.45, 1);
    shape.radii = {static_cast<float>(size), static_cast<float>(size * flat),
                   static_cast<float>(size * random_.logUniform(0.9, 2))};
    shape.turn = product(randomRotation(random_, 15), Matrix{Point{1, 0, 0}, Point{0, 1, 0}, Point{0, 0, 1}});
    const double angle = random_.uniform(0, 2 * std::numbers::pi);
    const auto c = static_cast<float>(std::cos(angle)), s = static_cast<float>(std::sin(angle));
    shape.turn = product(shape.turn, {Point{c, -s, 0}, Point{s, c, 0}, Point{0, 0, 1}});
    const double roughness = random_.uniform(0, 0.14);
    for (float* amplitude : {&shape.dents.x, &shape.dents.y, &shape.dents.z})
        *amplitude = static_cast<float>(roughness * random_.normal());
    if (random_.chance(0.4)) {
        const double direction = random_.uniform(0, 2 * std::numbers::pi);
        shape.cutNormal = {static_cast<float>(std::cos(direction)), static_cast<float>(std::sin(direction)),
                           static_cast<float>(random_.uniform(-0.4, 0.4))};
        shape.cut = static_cast<float>(random_.uniform(0.1, 0.8));
    }
    if (random_.chance(0.3)) {
        shape.bend = static_cast<float>(random_.uniform(0.1, 0.5));
        shape.bendFrequency = static_cast<float>(random_.uniform(1, 3));
        shape.bendPhase = static_cast<float>(random_.uniform(0, 6));
    }
    shape.centre = placeInside(0.8);
    return shape;
}

void AnatomyBuilder::addBody() {
    Body& body = anatomy_.body_;
    body.radiusX = static_cast<float>(random_.uniform(0.6, 0.95));
    body.radiusY = static_cast<float>(body.radiusX * random_.uniform(0.6, 1));
    body.dent = static_cast<float>(random_.uniform(0.01, 0.06));
    body.skin = static_cast<float>(random_.uniform(0, 0.02));
    body.fat = static_cast<float>(random_.logUniform(0.015, 0.14));
    body.fatVariation = static_cast<float>(random_.uniform(0.2, 0.6));
    body.muscle = static_cast<float>(random_.logUniform(0.015, 0.1));
}

void AnatomyBuilder::addFillers() {
    const int count = 3 + random_.below(10);
    const double frequency = random_.logUniform(1.5, 9);
    for (int i = 0; i < count; ++i) {
        anatomy_.fillers_.emplace_back(random_, frequency * random_.uniform(0.7, 1.4));
        if (i > 0 && random_.chance(0.25))
            lookingLike(anatomy_.count() - 1);
        else
            newLabel();
    }
    // Coarse regions are objects like any other; fine ones are bowel, fat and whatever else lies between the organs.
    anatomy_.firstObject_ = frequency < 4 ? static_cast<Label>(kFirstFiller) : anatomy_.count();
}

void AnatomyBuilder::addSpine() {
    if (random_.chance(0.2)) return;
    Shape vertebra = organ(0.09, 0.17);
    vertebra.radii.z = 3;
    vertebra.turn = randomRotation(random_, 4);
    vertebra.centre = {static_cast<float>(0.04 * random_.normal()),
                       static_cast<float>(anatomy_.body_.radiusY * random_.uniform(0.35, 0.6)), 0};
    vertebra.label = newLabel();
    Shape canal = vertebra;
    canal.radii = {vertebra.radii.x * 0.4f, vertebra.radii.x * 0.35f, 3};
    canal.cut = 10;
    canal.centre.y += vertebra.radii.y * 0.9f;
    canal.label = newLabel();
    Shape process = canal;
    process.radii = {vertebra.radii.x * 0.3f, vertebra.radii.x * 0.9f, 3};
    process.centre.y += vertebra.radii.x * 0.7f;
    process.label = lookingLike(vertebra.label);
    anatomy_.shapes_.insert(anatomy_.shapes_.end(), {process, vertebra, canal});
}

void AnatomyBuilder::addRibs() {
    const int count = 6 + random_.below(9);
    const Label first = newLabel();
    const auto along = static_cast<float>(random_.uniform(0.03, 0.08)),
               across = static_cast<float>(random_.uniform(0.015, 0.035));
    const float depth = anatomy_.body_.fat + anatomy_.body_.muscle * 0.7f;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * (i + random_.uniform(-0.2, 0.2)) / count;
        const auto c = static_cast<float>(std::cos(angle)), s = static_cast<float>(std::sin(angle));
        Shape rib;
        rib.label = first;
        rib.radii = {across, along, static_cast<float>(random_.uniform(0.2, 0.6))};
        rib.turn = product(randomRotation(random_, 15), {Point{c, s, 0}, Point{-s, c, 0}, Point{0, 0, 1}});
        rib.centre = {c * (anatomy_.body_.radiusX - depth), s * (anatomy_.body_.radiusY - depth),
                      static_cast<float>(random_.uniform(-0.6, 0.6))};
        anatomy_.shapes_.push_back(rib);
    }
}

void AnatomyBuilder::addLargeOrgans() {
    const int count = random_.below(3);
    for (int i = 0; i < count; ++i) {
        Shape shape = organ(0.3, 0.55);
        shape.label = newLabel();
        anatomy_.shapes_.push_back(shape);
    }
}

/// Left and right, of one look and size: only the place tells them apart.
void AnatomyBuilder::addPairs() {
    const int count = random_.below(3);
    for (int i = 0; i < count; ++i) {
        Shape left = organ(0.07, 0.3);
        left.centre.x = static_cast<float>(-random_.uniform(0.25, 0.7)) * anatomy_.body_.radiusX;
        left.label = newLabel();
        Shape right = left;
        right.centre.x = -left.centre.x;
        right.centre.z += static_cast<float>(0.08 * random_.normal());
        // Mirrored: the turn about z the other way round, cut and bend on the other side.
        right.turn[0] = {left.turn[0].x, -left.turn[0].y, -left.turn[0].z};
        right.turn[1] = {-left.turn[1].x, left.turn[1].y, left.turn[1].z};
        right.turn[2] = {-left.turn[2].x, left.turn[2].y, left.turn[2].z};
        right.cutNormal.x = -left.cutNormal.x;
        right.bend = -left.bend;
        right.label = lookingLike(left.label);
        anatomy_.shapes_.insert(anatomy_.shapes_.end(), {left, right});
    }
}

/// A ring around a pool of blood, another pool lying against it, perhaps two more behind.
void AnatomyBuilder::addHeart() {
    if (random_.chance(0.45)) return;
    Shape left = organ(0.13, 0.32);
    left.radii.y = left.radii.x * static_cast<float>(random_.uniform(0.8, 1));
    left.cut = 10;
    left.bend = 0;
    left.wall = static_cast<float>(random_.uniform(0.2, 0.45));
    left.label = newLabel();
    left.lumen = blood_ != 0 ? lookingLike(blood_) : newLabel();
    if (blood_ == 0) blood_ = left.lumen;

    if (random_.chance(0.5)) {  // amid the lungs
        Shape lung = organ(0.3, 0.6);
        lung.centre = left.centre +
                      Point{static_cast<float>(0.1 * random_.normal()), static_cast<float>(0.1 * random_.normal()), 0};
        lung.label = lookingLike(kAir);
        anatomy_.shapes_.push_back(lung);
    }
    Shape right = left;
    const double angle = random_.uniform(0, 2 * std::numbers::pi);
    const float reach = left.radii.x * static_cast<float>(random_.uniform(0.7, 1.1));
    right.centre.x += reach * static_cast<float>(std::cos(angle));
    right.centre.y += reach * static_cast<float>(std::sin(angle));
    right.radii.x *= static_cast<float>(random_.uniform(0.8, 1.3));
    right.radii.y *= static_cast<float>(random_.uniform(0.7, 1.2));
    right.wall = static_cast<float>(random_.uniform(0.06, 0.15));
    right.lumen = lookingLike(blood_);
    right.label = lookingLike(left.label);
    anatomy_.shapes_.insert(anatomy_.shapes_.end(), {right, left});
}

void AnatomyBuilder::addOrgans() {
    const int count = 3 + random_.below(10);
    for (int i = 0; i < count; ++i) {
        Shape shape = organ(0.06, 0.3);
        shape.label = i > 0 && random_.chance(0.25) ? lookingLike(anatomy_.shapes_.back().label) : newLabel();
        if (random_.chance(0.25)) {  // stomach, bladder, gall bladder: a thin wall
            shape.wall = static_cast<float>(random_.uniform(0.08, 0.35));
            shape.lumen = newLabel();
        }
        anatomy_.shapes_.push_back(shape);
    }
}

void AnatomyBuilder::addVessels() {
    const int count = random_.below(6);
    for (int i = 0; i < count; ++i) {
        Shape vessel = organ(0.02, 0.07);
        vessel.radii.y = vessel.radii.x;
        vessel.radii.z = static_cast<float>(random_.uniform(0.6, 3));
        vessel.turn = randomRotation(random_, 20);
        vessel.cut = 10;
        vessel.bend = static_cast<float>(random_.uniform(0, 2));
        vessel.bendFrequency = static_cast<float>(random_.uniform(1, 6));
        vessel.label = blood_ != 0 ? lookingLike(blood_) : newLabel();
        if (blood_ == 0) blood_ = vessel.label;
        anatomy_.shapes_.push_back(vessel);
    }
}

}  // namespace protolabel::fewshot::synthesis
