#include "core/workflow/selection.h"

#include <charconv>
#include <string_view>

#include "core/base/error.h"
#include "core/project/operations.h"

namespace protolabel::workflow {

namespace {

int sliceNumber(std::string_view text, const std::string& whole) {
    int value = -1;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (code != std::errc() || end != text.data() + text.size() || value < 0)
        throw Error("slices.syntax", "\"{0}\" is no list of slices; write it like 12,15,20-24 (the first slice is 0)",
                    {whole});
    return value;
}

}  // namespace

std::vector<project::VolumeRecord> selectVolumes(const project::ProjectStore& store,
                                                 const std::vector<std::string>& names) {
    if (names.empty()) {
        auto all = store.volumes();
        if (all.empty()) throw Error("project.empty", "the project has no volume yet; import images first");
        return all;
    }
    std::vector<project::VolumeRecord> selected;
    std::set<VolumeId> seen;
    for (const auto& name : names) {
        auto record = project::findVolume(store, name);
        if (seen.insert(record.id).second) selected.push_back(std::move(record));
    }
    return selected;
}

std::vector<labels::Label> selectLabels(const project::ProjectStore& store,
                                        const std::vector<std::string>& namesOrIds) {
    if (namesOrIds.empty()) {
        auto all = store.labels();
        if (all.empty())
            throw Error("project.empty", "the project has no label; make one with: new P.plb --label 1=NAME");
        return all;
    }
    std::vector<labels::Label> selected;
    std::set<LabelId> seen;
    for (const auto& name : namesOrIds) {
        auto label = project::findLabel(store, name);
        if (seen.insert(label.id).second) selected.push_back(std::move(label));
    }
    return selected;
}

std::set<int> parseSlices(const std::string& text, int slices) {
    std::set<int> result;
    for (std::size_t start = 0; start <= text.size();) {
        const auto comma = std::min(text.find(',', start), text.size());
        const auto part = std::string_view(text).substr(start, comma - start);
        const auto dash = part.find('-');
        const int first = sliceNumber(part.substr(0, dash), text);
        const int last = dash == std::string_view::npos ? first : sliceNumber(part.substr(dash + 1), text);
        if (last < first)
            throw Error("slices.syntax", "\"{0}\" is no list of slices; write ranges from low to high, like 20-24",
                        {text});
        if (last >= slices)
            throw Error("slices.range", "there is no slice {0}; the volume has slices 0 to {1}",
                        {std::to_string(last), std::to_string(slices - 1)});
        for (int slice = first; slice <= last; ++slice) result.insert(slice);
        start = comma + 1;
    }
    return result;
}

}  // namespace protolabel::workflow
