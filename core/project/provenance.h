#pragma once

#include <map>
#include <set>
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

/// The same of an edit that changed these labels on these slices: {"volume":<id>,"label":<id>,"changed":[[slice,label id], ...]}; the label is left
/// out where it changed several.
std::string changeDetails(VolumeId volume, const std::map<int, std::set<LabelId>>& changed);

}  // namespace protolabel::project
