#include "core/workflow/label_tables.h"

#include <cstdio>

#include <nlohmann/json.hpp>

namespace protolabel::workflow {

namespace {

std::string dump(const nlohmann::ordered_json& json) {
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string labelsJson(const std::vector<labels::Label>& labels) {
    auto list = nlohmann::ordered_json::array();
    for (const auto& label : labels)
        list.push_back({{"id", label.id.value}, {"name", label.name}, {"color", labels::toHex(label.color)}});
    return dump({{"labels", list}});
}

std::string itkSnapLabels(const std::vector<labels::Label>& labels) {
    std::string text =
        "################################################\n"
        "# ITK-SnAP Label Description File\n"
        "# File format:\n"
        "# IDX   -R-  -G-  -B-  -A--  VIS MSH  LABEL\n"
        "################################################\n"
        "    0     0    0    0        0  0  0    \"Clear Label\"\n";
    for (const auto& label : labels) {
        char line[96];
        std::snprintf(line, sizeof line, "%5d   %3d  %3d  %3d        1  1  1    ", static_cast<int>(label.id.value),
                      label.color.red, label.color.green, label.color.blue);
        std::string name = label.name;
        for (auto& c : name)
            if (c == '"') c = '\'';  // the format has no way to quote a quotation mark
        text += line + ("\"" + name + "\"\n");
    }
    return text;
}

std::string slicerColors(const std::vector<labels::Label>& labels) {
    std::string text = "# Color table file\n0 Background 0 0 0 0\n";
    for (const auto& label : labels) {
        std::string name = label.name;
        for (auto& c : name)
            if (c == ' ') c = '_';
        text += std::to_string(label.id.value) + ' ' + name;
        for (const int channel : {label.color.red, label.color.green, label.color.blue})
            text += ' ' + std::to_string(channel);
        text += " 255\n";
    }
    return text;
}

std::string nnUnetDataset(const std::vector<labels::Label>& labels, const std::map<int, int>& numbers,
                          const std::string& channel, int cases) {
    nlohmann::ordered_json table{{"background", 0}};
    for (const auto& label : labels)
        if (const auto number = numbers.find(static_cast<int>(label.id.value)); number != numbers.end()) {
            const bool clash = label.name == "background";
            table[clash ? "background_label" : label.name] = number->second;
        }
    return dump(
        {{"channel_names", {{"0", channel}}}, {"labels", table}, {"numTraining", cases}, {"file_ending", ".nii.gz"}});
}

}  // namespace protolabel::workflow
