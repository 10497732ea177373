#include "ui/panels/model_items.h"

#include <QComboBox>

#include "core/workflow/embedded_model.h"
#include "core/workflow/model_library.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

void addModels(QComboBox& choice, Workspace& workspace,
               const std::function<QString(const project::ModelRecord& model)>& dataOf) {
    if (workspace.project() == nullptr) return;
    workspace.notices().guard([&] {
        for (const auto& model : workspace.project()->store().models())
            if (model.hash != workflow::embeddedModelHash())
                choice.addItem(QString::fromStdString(workflow::modelTitle(model)), dataOf(model));
    });
}

}  // namespace protolabel::ui
