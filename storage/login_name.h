#pragma once

#include <string>

namespace protolabel::storage {

/// The user's login name; the number of the user id where the system knows no name.
std::string loginName();

}  // namespace protolabel::storage
