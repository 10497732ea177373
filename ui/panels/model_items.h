#pragma once

#include <QString>
#include <functional>

#include "core/project/records.h"

class QComboBox;

namespace protolabel::ui {

class Workspace;

/// Adds the models of the open project to a choice, by their titles, but for the one that comes with the program. `dataOf`: of each item.
void addModels(QComboBox& choice, Workspace& workspace,
               const std::function<QString(const project::ModelRecord& model)>& dataOf);

}  // namespace protolabel::ui
