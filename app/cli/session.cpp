#include "app/cli/session.h"

namespace protolabel::cli {

engine::Engine& Session::engine() {
    if (!engine_) {
        engine::EngineOptions engineOptions;
        engineOptions.command = workerCommand.empty() ? engine::defaultWorkerCommand(applicationFolder_)
                                                      : engine::splitCommand(workerCommand);
        engineOptions.startSeconds = workerSeconds;
        engineOptions.waiting = [this](double seconds) {
            console.aside("waiting for the worker (" + duration(seconds) + "; at most " + duration(workerSeconds) +
                          ")");
        };
        engine_.emplace(std::move(engineOptions));
        engine_->onLog([this](const std::string& line) { console.log(line); });
    }
    return *engine_;
}

std::unique_ptr<project::ProjectStore> Session::open(const std::filesystem::path& project,
                                                     storage::Access access) const {
    return storage::openProject(project, access);
}

}  // namespace protolabel::cli
