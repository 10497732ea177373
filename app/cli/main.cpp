#include <clocale>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <filesystem>

#include <langinfo.h>

#include <CLI/CLI.hpp>
#include <QCoreApplication>

#include "app/cli/commands/commands.h"
#include "app/cli/interrupt.h"
#include "app/cli/session.h"
#include "core/base/error.h"

namespace {

using namespace protolabel;

enum ExitCode { Done = 0, Failed = 1, BadUsage = 2, Stopped = 130 };

/// Qt wants UTF-8 and complains otherwise; numbers are written with a point everywhere.
void chooseLocale() {
    std::setlocale(LC_ALL, "");
    if (std::strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setenv("LC_ALL", "C.UTF-8", 1);
}

int usageError(const CLI::App& app, cli::Session& session, const CLI::ParseError& error, int argc, char** argv) {
    // The error may have come before --json was read.
    for (int i = 1; i < argc; ++i)
        if (std::strcmp(argv[i], "--json") == 0) session.options.json = true;
    const auto chosen = app.get_subcommands();
    std::string what = error.what();
    if (chosen.empty() && !app.remaining().empty()) what = "there is no command \"" + app.remaining().front() + "\"";
    session.console.error(
        "usage", what + "; see: protolabel-cli " + (chosen.empty() ? "" : chosen.front()->get_name() + " ") + "--help");
    return BadUsage;
}

int run(const CLI::App& app, cli::Session& session, int argc, char** argv) {
    try {
        session.job();
        return Done;
    } catch (const CLI::ParseError& error) {  // found when the options were put together
        return usageError(app, session, error, argc, argv);
    } catch (const Error& error) {
        // A worker in the terminal's process group dies by the same Ctrl+C.
        const bool stopped = error.code() == "cancelled" || (cli::interrupted() && error.code() == "worker.crashed");
        if (stopped)
            session.console.error("cancelled", Cancelled().what());
        else
            session.console.error(error.code(), error.what());
        if (stopped) return Stopped;
        return error.code().ends_with(".syntax") ? BadUsage : Failed;
    } catch (const std::bad_alloc&) {
        session.console.error("memory",
                              "there is not enough memory; close other programs or work on fewer volumes at a time");
    } catch (const std::filesystem::filesystem_error& error) {
        session.console.error(
            "file", error.path1().string() + ": " + error.code().message() + "; check the name and your rights");
    } catch (const std::exception& error) {
        session.console.error("internal",
                              std::string(error.what()) + "; this is a fault of the program, please report it");
    }
    return Failed;
}

}  // namespace

int main(int argc, char** argv) {
    chooseLocale();
    QCoreApplication qt(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    cli::watchInterrupts();
    cli::Session session(QCoreApplication::applicationDirPath().toStdString());

    CLI::App app("Few-shot annotation of medical images", "protolabel-cli");
    app.set_version_flag("--version", "protolabel-cli " PROTOLABEL_VERSION);
    app.set_help_all_flag("--help-all", "Help of all commands");
    app.require_subcommand(1);
    app.fallthrough();
    app.add_flag("--json", session.options.json, "Print one JSON object on standard output and nothing else");
    app.add_flag("-q,--quiet", session.options.quiet, "No notes and no progress");
    app.add_flag("--verbose", session.options.verbose, "Show the worker's log on standard error");
    app.add_option("--worker", session.workerCommand,
                   "Command that starts the worker, such as \"ssh gpu-host protolabel-worker\"");
    app.add_option("--worker-seconds", session.workerSeconds,
                   "Time for the worker to start, longer where it waits in a queue (60)")
        ->check(CLI::Range(1.0, 1e6));
    cli::addCommands(app, session);

    try {
        app.parse(argc, argv);
    } catch (const CLI::Success& success) {  // --help, --version
        return app.exit(success);
    } catch (const CLI::ParseError& error) {
        return usageError(app, session, error, argc, argv);
    }
    return run(app, session, argc, argv);
}
