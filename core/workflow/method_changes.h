#pragma once

#include <optional>

#include "core/engine/messages.h"

namespace protolabel::workflow {

/// What may be changed at prediction time; empty: as the model was trained.
struct MethodChanges {
    std::optional<double> alpha;
    std::optional<int> regions;
    std::optional<engine::Background> background;
    std::optional<double> threshold;
    std::optional<bool> queryPrototype;
    std::optional<int> refinementSteps;
    std::optional<double> fineWeight;

    bool any() const {
        return alpha || regions || background || threshold || queryPrototype || refinementSteps || fineWeight;
    }
    bool operator==(const MethodChanges&) const = default;
    engine::MethodOptions applyTo(engine::MethodOptions options) const;
};

}  // namespace protolabel::workflow
