#pragma once

#include <string>

namespace protolabel::storage {

/// ISO 8601, UTC, to the second.
std::string utcNow();

}  // namespace protolabel::storage
