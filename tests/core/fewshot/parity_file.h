#pragma once

#include <string>

#include "tests/core/fewshot/parity_weights.h"
#include "tests/support/check.h"

namespace protolabel::fewshot::test {

/// A reference file of shared/parity. Skips the test where there is none.
inline Reference parityFile(const std::string& name) {
    const auto path = protolabel::test::sharedFolder() / "parity" / name;
    if (!std::filesystem::exists(path)) throw protolabel::test::Skipped("no file " + path.string());
    return readReference(path);
}

}  // namespace protolabel::fewshot::test
