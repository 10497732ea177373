#include "core/consensus/common.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace protolabel::consensus {

using project::VolumeRecord;

namespace {

/// "a, b and c"; of many the first few.
std::string listed(const std::set<std::string>& names) {
    constexpr std::size_t kMost = 8;
    std::string text;
    std::size_t shown = 0;
    for (const auto& name : names) {
        if (shown == kMost) return text + " and " + std::to_string(names.size() - shown) + " more";
        if (shown > 0) text += shown + 1 == names.size() ? " and " : ", ";
        text += name;
        ++shown;
    }
    return text;
}

/// The partners of the first project's volumes in another one.
class VolumeMatch {
public:
    VolumeMatch(const std::vector<VolumeRecord>& ours, const std::vector<VolumeRecord>& theirs,
                const std::string& other)
        : theirs_(theirs), other_(other), partner_(ours.size()) {
        take(ours, [](const auto& a, const auto& b) { return sameContent(a, b) && a.name == b.name; });
        take(ours, [](const auto& a, const auto& b) { return sameContent(a, b); });
        take(ours, [this](const auto& a, const auto& b) { return sameName(a, b); });
        for (std::size_t i = 0; i < ours.size(); ++i)
            if (!partner_[i] && otherGrid_.count(ours[i].name) == 0) missing_.insert(ours[i].name);
        if (!missing_.empty())
            notes_.emplace_back("compare.not_in", "not in {0}: {1}", std::vector{other_, listed(missing_)});
    }
    const std::optional<std::size_t>& of(std::size_t ours) const { return partner_[ours]; }
    const std::vector<Error>& notes() const { return notes_; }

private:
    static bool sameContent(const VolumeRecord& a, const VolumeRecord& b) {
        return !a.contentHash.empty() && a.contentHash == b.contentHash && a.source.seriesUid == b.source.seriesUid &&
               a.source.frame == b.source.frame && imaging::describeDifference(a.geometry, b.geometry).empty();
    }
    bool sameName(const VolumeRecord& a, const VolumeRecord& b) {
        if (a.name != b.name) return false;
        const auto difference = imaging::describeDifference(a.geometry, b.geometry);
        if (difference.empty())
            notes_.emplace_back("compare.content",
                                "{0}: the image in {1} has another content; compared because name and grid agree",
                                std::vector{a.name, other_});
        else if (otherGrid_.insert(a.name).second)
            notes_.emplace_back("compare.grid", "{0}: left out, the image in {1} has another grid ({2})",
                                std::vector{a.name, other_, difference});
        return difference.empty();
    }
    template <class Same>
    void take(const std::vector<VolumeRecord>& ours, Same&& same) {
        for (std::size_t i = 0; i < ours.size(); ++i)
            for (std::size_t k = 0; k < theirs_.size() && !partner_[i]; ++k)
                if (taken_.count(k) == 0 && same(ours[i], theirs_[k])) {
                    partner_[i] = k;
                    taken_.insert(k);
                }
    }

    const std::vector<VolumeRecord>& theirs_;
    std::string other_;
    std::vector<std::optional<std::size_t>> partner_;
    std::set<std::size_t> taken_;
    std::set<std::string> missing_, otherGrid_;
    std::vector<Error> notes_;
};

void requireDifferentFiles(const Projects& projects) {
    if (projects.size() < 2)
        throw Error("compare.few", "there is only one project; name another one of the same volumes to compare with");
    std::set<std::filesystem::path> files;
    for (const auto* project : projects) {
        std::error_code error;
        const auto file = std::filesystem::weakly_canonical(project->file(), error);
        if (!files.insert(error ? project->file() : file).second)
            throw Error("compare.same",
                        "{0} is named twice; an annotation cannot be compared with itself, name another project",
                        {project->file().string()});
    }
}

std::vector<CommonVolume> commonVolumes(const Projects& projects, Common& common) {
    const auto ours = projects.front()->volumes();
    std::vector<CommonVolume> all(ours.size());
    for (std::size_t i = 0; i < ours.size(); ++i) all[i].in.push_back(ours[i]);
    for (std::size_t n = 1; n < projects.size(); ++n) {
        const auto theirs = projects[n]->volumes();
        const VolumeMatch match(ours, theirs, common.names[n]);
        for (std::size_t i = 0; i < ours.size(); ++i)
            if (const auto& partner = match.of(i)) all[i].in.push_back(theirs[*partner]);
        common.notes.insert(common.notes.end(), match.notes().begin(), match.notes().end());
    }
    std::erase_if(all, [&](const auto& volume) { return volume.in.size() < projects.size(); });
    return all;
}

/// Of `label` among `theirs`; those in `taken` are somebody else's.
std::optional<labels::Label> partnerOf(const labels::Label& label, const std::vector<labels::Label>& theirs,
                                       const std::set<LabelId>& taken, bool byName) {
    const auto found = std::find_if(theirs.begin(), theirs.end(), [&](const auto& other) {
        return taken.count(other.id) == 0 && (byName ? other.name == label.name : other.id == label.id);
    });
    return found == theirs.end() ? std::nullopt : std::optional(*found);
}

std::vector<CommonLabel> commonLabels(const Projects& projects, Common& common) {
    const auto ours = projects.front()->labels();
    std::vector<CommonLabel> all;
    for (const auto& label : ours) all.push_back({label, {label.id}});
    for (std::size_t n = 1; n < projects.size(); ++n) {
        const auto theirs = projects[n]->labels();
        std::set<LabelId> taken;
        for (const bool byName : {true, false})
            for (auto& one : all) {
                if (one.in.size() > n) continue;  // by name already
                if (one.in.size() < n) continue;  // an earlier project lacks it
                const auto partner = partnerOf(one.label, theirs, taken, byName);
                if (!partner) continue;
                one.in.push_back(partner->id);
                taken.insert(partner->id);
                if (!byName)
                    common.notes.emplace_back(
                        "compare.label",
                        "label {0}: {1} is called {2} in {3}; taken for the same because the numbers agree",
                        std::vector{std::to_string(one.label.id.value), one.label.name, partner->name,
                                    common.names[n]});
            }
        std::set<std::string> missing, extra;
        for (const auto& one : all)
            if (one.in.size() == n) missing.insert(one.label.name);
        for (const auto& label : theirs)
            if (taken.count(label.id) == 0) extra.insert(label.name);
        if (!missing.empty())
            common.notes.emplace_back("compare.labels_not_in", "labels left out, not in {0}: {1}",
                                      std::vector{common.names[n], listed(missing)});
        if (!extra.empty())
            common.notes.emplace_back("compare.labels_only_in", "labels left out, only in {0}: {1}",
                                      std::vector{common.names[n], listed(extra)});
    }
    std::erase_if(all, [&](const auto& label) { return label.in.size() < projects.size(); });
    return all;
}

}  // namespace

std::vector<std::string> projectNames(const Projects& projects) {
    std::map<std::string, int> uses;
    for (const auto* project : projects) ++uses[project->file().stem().string()];
    std::vector<std::string> names;
    for (const auto* project : projects) {
        const auto stem = project->file().stem().string();
        names.push_back(uses[stem] == 1 ? stem : project->file().string());
    }
    return names;
}

Common findCommon(const Projects& projects) {
    requireDifferentFiles(projects);
    Common common;
    common.names = projectNames(projects);
    common.volumes = commonVolumes(projects, common);
    if (common.volumes.empty())
        throw Error(
            "compare.volumes",
            "{0} have no volume in common, neither the same image nor the same name on the same grid{1}; choose "
            "projects of the same volumes",
            {listed({common.names.begin(), common.names.end()}),
             common.notes.empty() ? "" : std::string(" (") + common.notes.front().what() + ")"});
    common.labels = commonLabels(projects, common);
    if (common.labels.empty())
        throw Error("compare.labels", "{0} have no label in common; give the same names to what means the same",
                    {listed({common.names.begin(), common.names.end()})});
    return common;
}

labels::LabelVolume readCommon(const project::ProjectStore& project, const Common& common, const CommonVolume& volume,
                               std::size_t n) {
    const auto& record = volume.in[n];
    const auto& geometry = volume.first().geometry;
    labels::LabelVolume dense(
        {{static_cast<int>(geometry.size[0]), static_cast<int>(geometry.size[1]), static_cast<int>(geometry.size[2])},
         geometry.spacing});
    for (const int slice : project.annotatedSlices(record.id))
        if (const auto runs = project.annotationRuns(record.id, slice))
            dense.setSlice({record.sliceAxis, slice}, *runs);
    std::vector<std::uint16_t> ours(1 << 16);
    for (const auto& label : common.labels)
        ours[static_cast<std::size_t>(label.in[n].value)] = static_cast<std::uint16_t>(label.label.id.value);
    for (auto& voxel : dense.voxels()) voxel = ours[voxel];
    return dense;
}

}  // namespace protolabel::consensus
