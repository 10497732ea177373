#pragma once

#include <string>

#include "core/engine/messages.h"

namespace protolabel::engine {

/// What a model of this method is trained and used with unless somebody says otherwise. Throws Error "model.method".
MethodOptions defaultOptions(const std::string& method);

/// Throws Error "method.options" where a value is impossible, whatever the method; its arguments are name, value, lowest and highest.
void checkRanges(const MethodOptions& options);

/// Throws Error "model.method" where there is no such method, "method.options" where a value is impossible, or is not the default of an
/// option that the method does not have. On the asking side too, so that nothing is computed for a request that the worker would refuse.
void checkOptions(const std::string& method, const MethodOptions& options);

}  // namespace protolabel::engine
