#include "core/workflow/label_presets.h"

namespace protolabel::workflow {

namespace {

LabelPreset preset(std::string name, std::string about, const std::vector<std::string>& names) {
    LabelPreset result{std::move(name), std::move(about), {}};
    for (std::size_t i = 0; i < names.size(); ++i)
        result.labels.push_back({LabelId{static_cast<std::int64_t>(i) + 1}, names[i],
                                 labels::defaultColor(static_cast<int>(i)), false, true});
    return result;
}

}  // namespace

const std::vector<LabelPreset>& labelPresets() {
    static const std::vector<LabelPreset> presets{
        preset("Abdomen: four organs", "order of the CHAOS challenge",
               {"liver", "right kidney", "left kidney", "spleen"}),
        preset("Abdomen: 13 organs", "ids of BTCV, Beyond the Cranial Vault",
               {"spleen", "right kidney", "left kidney", "gallbladder", "esophagus", "liver", "stomach", "aorta",
                "inferior vena cava", "portal and splenic veins", "pancreas", "right adrenal gland",
                "left adrenal gland"}),
        preset("Abdomen: 15 organs", "ids of AMOS 2022",
               {"spleen", "right kidney", "left kidney", "gallbladder", "esophagus", "liver", "stomach", "aorta",
                "inferior vena cava", "pancreas", "right adrenal gland", "left adrenal gland", "duodenum", "bladder",
                "prostate or uterus"}),
        preset("Heart", "ids of ACDC, short-axis cine MRI", {"right ventricle", "myocardium", "left ventricle"}),
        preset("Brain tumor", "ids of BraTS since 2023", {"necrotic core", "edema", "enhancing tumor"}),
        preset("Prostate", "ids of the Medical Segmentation Decathlon", {"peripheral zone", "transition zone"}),
        preset("Lungs", "", {"right lung", "left lung", "trachea", "lesion"}),
        preset("Organ and lesion", "", {"organ", "lesion"}),
        preset("One object", "", {"object"})};
    return presets;
}

}  // namespace protolabel::workflow
