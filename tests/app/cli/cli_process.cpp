#include "tests/app/cli/cli_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <utility>

#include "tests/support/check.h"

namespace protolabel::test {

nlohmann::json CliResult::json() const {
    auto object = nlohmann::json::parse(out, nullptr, false);
    if (!object.is_object() || std::count(out.begin(), out.end(), '\n') != 1)
        throw Failure("no single JSON object on stdout: " + out + " / " + err);
    return object;
}

CliProcess::CliProcess(std::vector<std::string> arguments, const std::string& behaviour) {
    arguments.insert(arguments.begin(), (programFolder() / "protolabel-cli").string());
    if (!behaviour.empty()) {
        arguments.push_back("--worker");
        arguments.push_back("\"" + (programFolder() / "intensity_worker").string() + "\" " + behaviour);
    }
    std::array<int, 2> out{}, err{};
    if (pipe2(out.data(), O_CLOEXEC) != 0 || pipe2(err.data(), O_CLOEXEC) != 0) throw Failure("no pipe");
    std::vector<char*> argv;
    for (auto& argument : arguments) argv.push_back(argument.data());
    argv.push_back(nullptr);
    pid_ = fork();
    if (pid_ == 0) {
        dup2(open("/dev/null", O_RDONLY), STDIN_FILENO);
        dup2(out[1], STDOUT_FILENO);
        dup2(err[1], STDERR_FILENO);
        execv(argv[0], argv.data());
        _exit(127);
    }
    close(out[1]);
    close(err[1]);
    out_ = out[0];
    err_ = err[0];
}

CliProcess::~CliProcess() {
    if (pid_ > 0) {
        kill(pid_, SIGKILL);
        waitpid(pid_, nullptr, 0);
    }
    if (out_ >= 0) close(out_);
    if (err_ >= 0) close(err_);
}

void CliProcess::signal(int number) const {
    kill(pid_, number);
}

std::vector<pid_t> CliProcess::children() const {
    std::ifstream in("/proc/" + std::to_string(pid_) + "/task/" + std::to_string(pid_) + "/children");
    std::vector<pid_t> children;
    for (pid_t child = 0; in >> child;) children.push_back(child);
    // The worker may have been started by another thread of the program.
    for (const auto& task : std::filesystem::directory_iterator("/proc/" + std::to_string(pid_) + "/task")) {
        std::ifstream list(task.path() / "children");
        for (pid_t child = 0; list >> child;)
            if (std::find(children.begin(), children.end(), child) == children.end()) children.push_back(child);
    }
    return children;
}

bool CliProcess::readSome() {
    std::array<pollfd, 2> streams{pollfd{out_, POLLIN, 0}, pollfd{err_, POLLIN, 0}};
    if (out_ < 0 && err_ < 0) return false;
    if (poll(streams.data(), streams.size(), -1) < 0 && errno != EINTR) throw Failure("poll failed");
    for (auto& stream : streams) {
        if (stream.fd < 0 || stream.revents == 0) continue;
        const bool isOut = &stream == &streams[0];
        std::array<char, 4096> buffer;
        const auto count = read(stream.fd, buffer.data(), buffer.size());
        if (count > 0) {
            (isOut ? result_.out : result_.err).append(buffer.data(), static_cast<std::size_t>(count));
        } else {
            close(std::exchange(isOut ? out_ : err_, -1));
        }
    }
    return true;
}

void CliProcess::waitForText(const std::string& text) {
    while (result_.err.find(text) == std::string::npos)
        if (!readSome()) throw Failure("ended without \"" + text + "\": " + result_.out + " / " + result_.err);
}

CliResult CliProcess::wait() {
    while (readSome()) {
    }
    int status = 0;
    waitpid(pid_, &status, 0);
    pid_ = -1;
    result_.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    return result_;
}

CliResult cli(std::vector<std::string> arguments, const std::string& behaviour) {
    return CliProcess(std::move(arguments), behaviour).wait();
}

std::string checkFails(std::vector<std::string> arguments, const std::string& code, const std::string& text,
                       const std::string& behaviour) {
    arguments.push_back("--json");
    const auto result = cli(arguments, behaviour);
    std::string line, found;
    int errors = 0;
    for (std::istringstream lines(result.err); std::getline(lines, line);)
        if (line.rfind("error: ", 0) == 0) {
            ++errors;
            found = line;
        }
    const auto all = "code " + std::to_string(result.code) + ", out " + result.out + ", err " + result.err;
    if (result.code != 1) throw Failure("exit code is not 1: " + all);
    if (errors != 1 || found.find(text) == std::string::npos)
        throw Failure("no single error line with \"" + text + "\": " + all);
    const auto error = result.json().at("error");
    if (error.at("code") != code) throw Failure("error code is not " + code + ": " + all);
    if ("error: " + error.at("message").get<std::string>() != found) throw Failure("two messages: " + all);
    return found;
}

}  // namespace protolabel::test
