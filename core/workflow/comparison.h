#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/job_control.h"
#include "core/consensus/agreement.h"
#include "core/consensus/common.h"

/// How far annotators of the same volumes agree.
namespace protolabel::workflow {

/// One label on one volume, as two annotators have it.
struct AgreementRow {
    std::string volume;  ///< as the first project calls it
    LabelId label;       ///< the first project's
    std::string labelName;
    consensus::Agreement agreement;
};

/// Slices on which a project has nothing while others have: compared as empty, whether somebody looked at them or not.
struct SkippedSlices {
    std::string project;
    std::vector<std::pair<std::string, int>> volumes;  ///< by name, and how many slices; never empty

    int total() const;
    Error note() const;
};

/// Two projects.
struct PairAgreement {
    std::string first, second;
    std::vector<AgreementRow> rows;  ///< by volume, then by label; what both leave out is not listed
    std::vector<Error> notes;        ///< remarks
    std::vector<SkippedSlices> skipped = {};
};

/// One label over the volumes on which somebody has it.
struct AgreementSummary {
    LabelId label;
    std::string labelName;
    int volumes = 0;
    int withDistance = 0;                                   ///< of them those on which both have it
    double dice = 0;                                        ///< mean, 0 to 1
    double diceSd = 0;                                      ///< between volumes (n - 1); 0 of a single one
    std::optional<double> hd95 = {}, averageDistance = {};  ///< means where both have it, mm
    double differenceMl = 0;                                ///< mean of the second's volume less the first's
};

/// Every pair of projects, in their order. `volumes`: names in any of the projects; empty means all that two have in common. Volumes that one of the two
/// has not annotated at all are left out and noted. Throws what findCommon throws, Error "compare.empty" where two projects have annotated no volume both,
/// "volume.unknown", and Cancelled.
std::vector<PairAgreement> compareProjects(const consensus::Projects& projects, const std::vector<std::string>& volumes,
                                           JobControl& control);

/// One volume, of which both annotations are given in the first project's ids.
std::vector<AgreementRow> compareVolume(const consensus::Common& common, const consensus::CommonVolume& volume,
                                        const labels::LabelVolume& first, const labels::LabelVolume& second,
                                        JobControl& control);

/// The projects that have nothing on slices which others have annotated, of `volumes` (of `common`). Volumes that the projects cut along other axes
/// are passed over.
std::vector<SkippedSlices> skippedSlices(const consensus::Common& common,
                                         const std::vector<consensus::CommonVolume>& volumes,
                                         const consensus::Projects& projects);

/// Takes out of `common` the volumes that were not chosen, and, with a note each, those that a project has not annotated; notes the skippedSlices of the
/// others. Throws Error "volume.unknown" and "compare.empty".
void keepAnnotated(consensus::Common& common, const consensus::Projects& projects,
                   const std::vector<std::string>& volumes);

std::vector<AgreementSummary> summarise(const std::vector<AgreementRow>& rows);  ///< by label id

/// One line a row; RFC 4180 with a line of titles.
std::string comparisonCsv(const std::vector<PairAgreement>& pairs);

}  // namespace protolabel::workflow
