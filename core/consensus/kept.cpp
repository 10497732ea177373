#include "core/consensus/kept.h"

#include <sstream>

namespace protolabel::consensus {

static std::string settingOf(VolumeId volume) {
    return "compare.kept." + std::to_string(volume.value);
}

std::set<std::string> keptKeys(const project::ProjectStore& store, VolumeId volume) {
    std::istringstream text(store.setting(settingOf(volume)).value_or(""));
    std::set<std::string> keys;
    for (std::string key; text >> key;) keys.insert(key);
    return keys;
}

void putKeptKeys(project::ProjectWriter& writer, VolumeId volume, const std::set<std::string>& keys) {
    std::string text;
    for (const auto& key : keys) text += (text.empty() ? "" : " ") + key;
    writer.putSetting(settingOf(volume), text);
}

}  // namespace protolabel::consensus
