#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/cli/console.h"
#include "core/engine/client.h"
#include "core/project/project_store.h"
#include "storage/project_file.h"

namespace protolabel::cli {

/// What every command works with: the terminal, the worker (started when first needed) and the job that the command line chose.
class Session {
public:
    ConsoleOptions options;
    std::string workerCommand;  ///< of --worker; empty: the default
    double workerSeconds = engine::EngineOptions().startSeconds;
    Console console{options};
    std::function<void()> job;  ///< set by the chosen command; throws Error

    explicit Session(std::string applicationFolder) : applicationFolder_(std::move(applicationFolder)) {}

    engine::Engine& engine();
    std::unique_ptr<project::ProjectStore> open(const std::filesystem::path& project,
                                                storage::Access access = storage::Access::ReadWrite) const;

private:
    std::string applicationFolder_;
    std::optional<engine::Engine> engine_;
};

}  // namespace protolabel::cli
