#include "storage/login_name.h"

#include <pwd.h>
#include <unistd.h>

namespace protolabel::storage {

std::string loginName() {
    const auto* entry = ::getpwuid(::getuid());
    return entry != nullptr ? entry->pw_name : std::to_string(::getuid());
}

}  // namespace protolabel::storage
