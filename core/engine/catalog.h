#pragma once

#include <set>
#include <string>
#include <vector>

#include "core/engine/messages.h"

/// What a worker can be asked for. Known on the asking side too, so that choices are offered, and wrong ones refused, before a worker is started; the
/// worker has the same (fewshot::methodNames, fewshot::resNetShape).
namespace protolabel::engine {

struct MethodInfo {
    std::string name;                               ///< in files and on the command line
    std::string title;                              ///< for people
    std::set<std::string> options;                  ///< the keys of MethodOptions that it reads; it ignores the others
    Background background = Background::Threshold;  ///< by default
};
/// In the order in which they are offered.
const std::vector<MethodInfo>& methods();
/// Throws Error "model.method".
const MethodInfo& methodInfo(const std::string& name);

struct EncoderInfo {
    std::string name, title;
};
const std::vector<EncoderInfo>& encoders();

template <class Info>
std::vector<std::string> namesOf(const std::vector<Info>& all) {
    std::vector<std::string> names;
    for (const auto& info : all) names.push_back(info.name);
    return names;
}

}  // namespace protolabel::engine
