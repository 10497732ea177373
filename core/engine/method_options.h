#pragma once

#include <map>
#include <set>
#include <string>

#include "core/engine/messages.h"

namespace protolabel::engine {

/// By method, the keys of MethodOptions that it reads; it ignores the others. Known on this side too, so that nothing is computed for a request that the
/// worker would refuse.
const std::map<std::string, std::set<std::string>>& optionsByMethod();

/// What a model of this method is trained and used with unless somebody says otherwise: SQPFNet compares with the cells around the object, better than
/// the papers' threshold with every model measured (decisions.md); the others have nothing to choose.
MethodOptions defaultOptions(const std::string& method);

/// Throws Error "method.options" where a value is impossible, whatever the method; its arguments are name, value, lowest and highest.
void checkRanges(const MethodOptions& options);

/// Throws Error "model.method" where there is no such method, "method.options" where a value is impossible, or is not the default of an
/// option that the method does not have.
void checkOptions(const std::string& method, const MethodOptions& options);

}  // namespace protolabel::engine
