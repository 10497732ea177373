#include "core/workflow/comparison.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/project/closest_names.h"
#include "core/workflow/csv.h"
#include "core/workflow/stage.h"
#include "core/workflow/statistics.h"

namespace protolabel::workflow {

using consensus::Common;
using consensus::CommonVolume;
using consensus::Projects;

namespace {

/// The names that somebody gave must mean something in one of the projects.
void requireKnown(const Projects& projects, const std::vector<std::string>& wanted) {
    std::set<std::string> known;
    for (const auto* project : projects)
        for (const auto& volume : project->volumes()) known.insert(volume.name);
    for (const auto& name : wanted)
        if (known.count(name) == 0)
            throw Error("volume.unknown", "none of the projects has a volume {0}{1}",
                        {name, project::suggestion(project::closestNames(name, {known.begin(), known.end()}))});
}

bool isWanted(const CommonVolume& volume, const std::vector<std::string>& wanted) {
    return wanted.empty() || std::any_of(volume.in.begin(), volume.in.end(), [&](const auto& record) {
               return std::find(wanted.begin(), wanted.end(), record.name) != wanted.end();
           });
}

PairAgreement comparePair(const Projects& pair, const std::vector<std::string>& wanted, JobControl& control) {
    auto common = consensus::findCommon(pair);
    keepAnnotated(common, pair, wanted);
    PairAgreement result{common.names[0], common.names[1], {}, {}};
    Stage stage(control, "compare", static_cast<std::int64_t>(common.volumes.size()));
    for (const auto& volume : common.volumes) {
        const auto first = readCommon(*pair[0], common, volume, 0), second = readCommon(*pair[1], common, volume, 1);
        const auto rows = compareVolume(common, volume, first, second, control);
        result.rows.insert(result.rows.end(), rows.begin(), rows.end());
        stage.step();
    }
    result.notes = common.notes;
    result.skipped = skippedSlices(common, common.volumes, pair);
    return result;
}

double meanOf(const std::vector<double>& values) {
    double sum = 0;
    for (const double value : values) sum += value;
    return values.empty() ? 0 : sum / static_cast<double>(values.size());
}

}  // namespace

int SkippedSlices::total() const {
    int sum = 0;
    for (const auto& [volume, slices] : volumes) sum += slices;
    return sum;
}

Error SkippedSlices::note() const {
    std::string where;
    for (const auto& [volume, slices] : volumes)
        where += (where.empty() ? "" : ", ") + volume + ": " + std::to_string(slices);
    return {"compare.skipped",
            "{0} has nothing on slices that others annotated; they count as empty there ({1})",
            {project, where}};
}

std::vector<SkippedSlices> skippedSlices(const Common& common, const std::vector<CommonVolume>& volumes,
                                         const Projects& projects) {
    std::vector<SkippedSlices> all;
    for (const auto& name : common.names) all.push_back({name, {}});
    for (const auto& volume : volumes) {
        std::vector<std::vector<int>> annotated;
        std::set<int> anybody, axes;
        for (std::size_t n = 0; n < projects.size(); ++n) {
            annotated.push_back(projects[n]->annotatedSlices(volume.in[n].id));
            anybody.insert(annotated.back().begin(), annotated.back().end());
            axes.insert(volume.in[n].sliceAxis);
        }
        for (std::size_t n = 0; n < projects.size() && axes.size() == 1; ++n)
            if (const auto skipped = anybody.size() - annotated[n].size(); skipped > 0)
                all[n].volumes.emplace_back(volume.first().name, static_cast<int>(skipped));
    }
    std::erase_if(all, [](const auto& one) { return one.volumes.empty(); });
    return all;
}

void keepAnnotated(Common& common, const Projects& projects, const std::vector<std::string>& volumes) {
    requireKnown(projects, volumes);
    std::erase_if(common.volumes, [&](const auto& volume) { return !isWanted(volume, volumes); });
    std::erase_if(common.volumes, [&](const auto& volume) {
        for (std::size_t n = 0; n < projects.size(); ++n)
            if (projects[n]->annotatedSlices(volume.in[n].id).empty()) {
                common.notes.emplace_back("compare.not_annotated", "{0}: left out, nothing is annotated in {1}",
                                          std::vector{volume.first().name, common.names[n]});
                return true;
            }
        return false;
    });
    if (!common.volumes.empty()) {
        for (const auto& skipped : skippedSlices(common, common.volumes, projects))
            common.notes.push_back(skipped.note());
        return;
    }
    std::string names;
    for (const auto& name : common.names) names += (names.empty() ? "" : ", ") + name;
    throw Error("compare.empty", "no volume is annotated in all of {0}; draw or import masks first, or choose others",
                {names});
}

std::vector<AgreementRow> compareVolume(const Common& common, const CommonVolume& volume,
                                        const labels::LabelVolume& first, const labels::LabelVolume& second,
                                        JobControl& control) {
    const double mm3 = voxelMm3(volume.first().geometry);
    std::vector<AgreementRow> rows;
    for (const auto& label : common.labels) {
        control.check();
        const auto agreement =
            consensus::agreementOn(first, second, static_cast<std::uint16_t>(label.label.id.value), mm3);
        if (!agreement.absent()) rows.push_back({volume.first().name, label.label.id, label.label.name, agreement});
    }
    return rows;
}

std::vector<PairAgreement> compareProjects(const Projects& projects, const std::vector<std::string>& volumes,
                                           JobControl& control) {
    requireKnown(projects, volumes);
    if (projects.size() < 2) consensus::findCommon(projects);  // says so
    std::vector<PairAgreement> pairs;
    for (std::size_t a = 0; a < projects.size(); ++a)
        for (std::size_t b = a + 1; b < projects.size(); ++b)
            pairs.push_back(comparePair({projects[a], projects[b]}, volumes, control));
    return pairs;
}

std::vector<AgreementSummary> summarise(const std::vector<AgreementRow>& rows) {
    std::map<LabelId, std::vector<const AgreementRow*>> byLabel;
    for (const auto& row : rows) byLabel[row.label].push_back(&row);
    std::vector<AgreementSummary> summaries;
    for (const auto& [label, some] : byLabel) {
        std::vector<double> dice, hd95, average, difference;
        for (const auto* row : some) {
            dice.push_back(row->agreement.overlap.dice());
            difference.push_back(row->agreement.secondMl - row->agreement.firstMl);
            if (!row->agreement.distances) continue;
            hd95.push_back(row->agreement.distances->hd95);
            average.push_back(row->agreement.distances->average);
        }
        AgreementSummary summary{label, some.front()->labelName, static_cast<int>(dice.size()),
                                 static_cast<int>(hd95.size())};
        summary.dice = meanOf(dice);
        double squares = 0;
        for (const double value : dice) squares += (value - summary.dice) * (value - summary.dice);
        if (dice.size() > 1) summary.diceSd = std::sqrt(squares / static_cast<double>(dice.size() - 1));
        if (!hd95.empty()) summary.hd95 = meanOf(hd95);
        if (!average.empty()) summary.averageDistance = meanOf(average);
        summary.differenceMl = meanOf(difference);
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

std::string comparisonCsv(const std::vector<PairAgreement>& pairs) {
    std::string text = csvLine({"first", "second", "volume", "label", "label_name", "first_voxels", "second_voxels",
                                "common_voxels", "first_ml", "second_ml", "dice", "jaccard", "hd95_mm", "assd_mm"});
    for (const auto& pair : pairs)
        for (const auto& row : pair.rows) {
            const auto& [overlap, distances, firstMl, secondMl] = row.agreement;
            text += csvLine({csvCell(pair.first), csvCell(pair.second), csvCell(row.volume), csvCell(row.label.value),
                             csvCell(row.labelName), csvCell(overlap.first), csvCell(overlap.second),
                             csvCell(overlap.both), csvCell(firstMl), csvCell(secondMl), csvCell(100 * overlap.dice()),
                             csvCell(100 * overlap.jaccard()), distances ? csvCell(distances->hd95) : "",
                             distances ? csvCell(distances->average) : ""});
        }
    return text;
}

}  // namespace protolabel::workflow
