#include "core/project/provenance.h"

#include <charconv>
#include <map>
#include <tuple>

namespace protolabel::project {

namespace {

std::string quoted(const std::string& text) {
    constexpr const char* hex = "0123456789abcdef";
    std::string json = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            json += {'\\', c};
        else if (byte < 0x20)
            json += {'\\', 'u', '0', '0', hex[byte >> 4], hex[byte & 15]};
        else
            json += c;
    }
    return json + "\"";
}

std::string number(double value) {
    char digits[32];
    return {digits, std::to_chars(digits, digits + sizeof digits, value).ptr};
}

std::string join(const std::vector<std::string>& items) {
    std::string text;
    for (const auto& item : items) text += (text.empty() ? "" : ",") + item;
    return "[" + text + "]";
}

std::string detailsOf(const char* key, const std::vector<ProposalInfo>& proposals) {
    using Origin = std::tuple<ModelHash, std::string, std::vector<SupportId>>;
    std::map<Origin, std::vector<std::string>> slices;
    std::vector<Origin> order;
    for (const auto& p : proposals) {
        const Origin origin{p.model, p.parameters, p.supports};
        auto& list = slices[origin];
        if (list.empty()) order.push_back(origin);
        list.push_back(join({std::to_string(p.volume.value), std::to_string(p.slice), std::to_string(p.label.value),
                             number(p.confidence)}));
    }
    std::vector<std::string> entries;
    for (const auto& origin : order) {
        const auto& [model, parameters, supports] = origin;
        std::vector<std::string> ids;
        for (const auto id : supports) ids.push_back(std::to_string(id.value));
        entries.push_back("{\"model\":" + quoted(model) +
                          ",\"parameters\":" + (parameters.empty() ? "null" : parameters) +
                          ",\"supports\":" + join(ids) + ",\"slices\":" + join(slices[origin]) + "}");
    }
    return "{" + quoted(key) + ":" + join(entries) + "}";
}

}  // namespace

std::string acceptanceDetails(const std::vector<ProposalInfo>& accepted) {
    return detailsOf("accepted", accepted);
}

std::string rejectionDetails(const std::vector<ProposalInfo>& rejected) {
    return detailsOf("rejected", rejected);
}

std::string subjectDetails(VolumeId volume, LabelId label) {
    std::string json;
    if (volume) json += "\"volume\":" + std::to_string(volume.value);
    if (label) json += (json.empty() ? "\"label\":" : ",\"label\":") + std::to_string(label.value);
    return "{" + json + "}";
}

std::string changeDetails(VolumeId volume, const std::map<int, std::set<LabelId>>& changed) {
    std::set<LabelId> labels;
    std::vector<std::string> pairs;
    for (const auto& [slice, some] : changed)
        for (const auto label : some) {
            labels.insert(label);
            pairs.push_back(join({std::to_string(slice), std::to_string(label.value)}));
        }
    std::string json = subjectDetails(volume, labels.size() == 1 ? *labels.begin() : LabelId{});
    json.back() = ',';
    return json + "\"changed\":" + join(pairs) + "}";
}

}  // namespace protolabel::project
