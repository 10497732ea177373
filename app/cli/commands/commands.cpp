#include "app/cli/commands/commands.h"

namespace protolabel::cli {

void addCommands(CLI::App& app, Session& session) {
    for (const auto add : {addNew,    addImport,  addAnnotate, addTrain,      addPretrain, addPredict,   addAccept,
                           addExport, addStatus,  addLabels,   addStatistics, addCompare,  addConsensus, addUndo,
                           addRelink, addRecover, addReview,   addSegment,    addEvaluate, addEffort,    addSupervoxels,
                           addModel,  addPack,    addBench,    addDemo})
        add(app, session);
}

}  // namespace protolabel::cli
