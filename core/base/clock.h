#pragma once

#include <string>

namespace protolabel {

/// Now, ISO 8601, UTC, to the second: "2024-05-01T12:00:00Z".
std::string utcNow();

}  // namespace protolabel
