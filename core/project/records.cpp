#include "core/project/records.h"

namespace protolabel::project {

std::string_view toString(ReviewState state) {
    switch (state) {
        case ReviewState::Untouched: break;
        case ReviewState::Proposed: return "proposed";
        case ReviewState::Corrected: return "corrected";
        case ReviewState::Accepted: return "accepted";
        case ReviewState::Flagged: return "flagged";
        case ReviewState::Confirmed: return "confirmed";
    }
    return "untouched";
}

}  // namespace protolabel::project
