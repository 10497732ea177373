#pragma once

#include <optional>
#include <string>

#include "core/engine/messages.h"

namespace protolabel::workflow {

/// What a result was made with, in words, the same in every report: "10 regions, alpha 0.5, background prototype". alpha is told where a query prototype
/// takes part (Eq. 8), t where it is not the learned one; `learned` is told beside it. Only what `method` reads; empty where that is nothing.
std::string optionText(const std::string& method, const engine::MethodOptions& options,
                       std::optional<double> learned = {});

}  // namespace protolabel::workflow
