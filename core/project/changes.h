#pragma once

#include <map>
#include <set>

#include "core/base/id.h"

namespace protolabel::project {

/// What an edit, or its undo or redo, changed in a project: what has to be read again.
struct Changes {
    bool volumes = false;  ///< added, removed or changed (relinked, renamed, windowed)
    bool labels = false;
    bool supports = false;
    bool models = false;
    bool settings = false;
    bool comments = false;

    /// Slices of volumes; of removed volumes, too.
    std::map<VolumeId, std::set<int>> annotation;
    std::map<VolumeId, std::set<int>> proposals;
    std::map<VolumeId, std::set<int>> states;  ///< review states

    bool empty() const;
    void add(const Changes& more);
};

}  // namespace protolabel::project
