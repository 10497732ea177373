#include "core/workflow/label_import.h"

#include <algorithm>

#include "core/base/error.h"

namespace protolabel::workflow {

LabelImport importLabels(project::ProjectStore& store, const std::vector<labels::Label>& labels, Renaming renaming) {
    LabelImport outcome;
    project::EditInfo info;
    info.name = "import " + std::to_string(labels.size()) + (labels.size() == 1 ? " label" : " labels");
    info.tool = "labels";
    store.transact(info, [&](project::ProjectWriter& writer) {
        const auto known = store.labels();
        for (auto label : labels) {
            const auto old = std::find_if(known.begin(), known.end(), [&](const auto& l) { return l.id == label.id; });
            if (old == known.end()) {
                outcome.added.push_back(label.name);
            } else {
                label.locked = old->locked;
                label.visible = old->visible;
                if (label.name != old->name && renaming == Renaming::Refuse)
                    throw Error("labels.rename",
                                "label {0} is called {1} in the project and {2} in the table; rename one, or allow it",
                                {std::to_string(label.id.value), old->name, label.name});
                if (label.name != old->name)
                    outcome.changed.push_back(old->name + " is now " + label.name);
                else if (label.color != old->color)
                    outcome.changed.push_back("the colour of " + label.name);
            }
            writer.putLabel(label);
        }
    });
    return outcome;
}

}  // namespace protolabel::workflow
