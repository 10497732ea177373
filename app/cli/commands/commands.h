#pragma once

#include <CLI/CLI.hpp>

#include "app/cli/session.h"

/// One function per command: declares its options and, when it is chosen, sets Session::job.
namespace protolabel::cli {

void addNew(CLI::App& app, Session& session);
void addImport(CLI::App& app, Session& session);
void addAnnotate(CLI::App& app, Session& session);
void addTrain(CLI::App& app, Session& session);
void addPretrain(CLI::App& app, Session& session);
void addPredict(CLI::App& app, Session& session);
void addAccept(CLI::App& app, Session& session);
void addExport(CLI::App& app, Session& session);
void addStatus(CLI::App& app, Session& session);
void addLabels(CLI::App& app, Session& session);
void addStatistics(CLI::App& app, Session& session);  ///< and activity
void addCompare(CLI::App& app, Session& session);
void addConsensus(CLI::App& app, Session& session);
void addUndo(CLI::App& app, Session& session);  ///< and redo
void addRelink(CLI::App& app, Session& session);
void addRecover(CLI::App& app, Session& session);
void addReview(CLI::App& app, Session& session);
void addSegment(CLI::App& app, Session& session);
void addEvaluate(CLI::App& app, Session& session);
void addEffort(CLI::App& app, Session& session);
void addSupervoxels(CLI::App& app, Session& session);
void addModel(CLI::App& app, Session& session);
void addModelChoice(CLI::App& model, Session& session);  ///< subcommands of model
void addPack(CLI::App& app, Session& session);
void addBench(CLI::App& app, Session& session);
void addDemo(CLI::App& app, Session& session);

void addCommands(CLI::App& app, Session& session);

}  // namespace protolabel::cli
