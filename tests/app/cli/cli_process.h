#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

/// protolabel-cli as scripts run it: a process with arguments, two output streams and an exit code.
namespace protolabel::test {

struct CliResult {
    int code = 0;  ///< 128 + signal where it was killed
    std::string out, err;
    nlohmann::json json() const;  ///< the one object on stdout; fails the test for anything else
};

class CliProcess {
public:
    /// `behaviour` of the worker of tests/core/workflow; empty: no --worker is given.
    explicit CliProcess(std::vector<std::string> arguments, const std::string& behaviour = "good");
    ~CliProcess();
    CliProcess(const CliProcess&) = delete;
    CliProcess& operator=(const CliProcess&) = delete;

    void signal(int number) const;
    /// Process ids of the children (the worker).
    std::vector<pid_t> children() const;
    /// Until `text` has been written to stderr; fails the test when the program ends before.
    void waitForText(const std::string& text);
    CliResult wait();

private:
    bool readSome();  ///< waits for output of either stream; false at the end of both

    pid_t pid_ = -1;
    CliResult result_;
    int out_ = -1, err_ = -1;
};

/// Runs to the end.
CliResult cli(std::vector<std::string> arguments, const std::string& behaviour = "good");

/// Checks for exit code 1, one line "error: ..." that contains `text`, and the code in the JSON object; returns the line.
std::string checkFails(std::vector<std::string> arguments, const std::string& code, const std::string& text,
                       const std::string& behaviour = "good");

}  // namespace protolabel::test
