#pragma once

#include <string>
#include <vector>

#include "core/project/records.h"

namespace protolabel::project {

/// The EditInfo::details of accepted proposals:
///   {"accepted":[{"model":"<hash>","parameters":{...},"supports":[id, ...],"slices":[[volume id, slice, label id, confidence], ...]}, ...]}
/// with one entry per model, parameters and supports, in order of first use.
std::string acceptanceDetails(const std::vector<ProposalInfo>& accepted);
/// The same with the key "rejected".
std::string rejectionDetails(const std::vector<ProposalInfo>& rejected);

/// The EditInfo::details of an edit of one volume, one label or one label on one volume: {"volume":<id>,"label":<id>}; an id that is none is
/// left out. Reports add time up by it.
std::string subjectDetails(VolumeId volume, LabelId label);

}  // namespace protolabel::project
