#include "ui/models/label_presets.h"

#include <QCoreApplication>

namespace protolabel::ui {

static std::string local(const std::string& text) {
    return QCoreApplication::translate("LabelPreset", text.c_str()).toStdString();
}

std::vector<labels::Label> translated(std::vector<labels::Label> labels) {
    for (auto& label : labels) label.name = local(label.name);
    return labels;
}

std::vector<workflow::LabelPreset> labelPresets() {
    auto presets = workflow::labelPresets();
    for (auto& preset : presets) {
        preset.name = local(preset.name);
        preset.about = local(preset.about);
        preset.labels = translated(std::move(preset.labels));
    }
    return presets;
}

}  // namespace protolabel::ui
