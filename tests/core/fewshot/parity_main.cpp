#include <cstdio>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "tests/core/fewshot/parity_checks.h"

using namespace protolabel::fewshot::test;

namespace {

constexpr const char* kHelp =
    "protolabel-parity FILE.pt [KEY...]: compares the methods with a file of reference outputs, one line a key.\n\n"
    "FILE.pt: a dictionary of tensors saved by torch.save, with the inputs support_image, support_mask, query_image "
    "and\n"
    "query_truth and any of the outputs, among them sqpfnet.ENCODER.BACKGROUND.regionsN.{coarse,refined,tf}.\n"
    "KEY: only keys that start so (adnet, qnet.prob).\n"
    "Exit code 0: all that were compared are within their tolerances; 1: one is not, none could be compared, or the "
    "file\n"
    "cannot be read; 2: bad usage.\n";

void print(const Comparison& c) {
    if (!c.found)
        std::printf("%-48s %12s %12s  skipped: not in the file\n", c.key.c_str(), "-", "-");
    else if (!c.problem.empty())
        std::printf("%-48s %12s %12s  NOT OK: %s\n", c.key.c_str(), "-", "-", c.problem.c_str());
    else
        std::printf("%-48s %12.3e %12.3e  %s (%s)\n", c.key.c_str(), c.absolute, c.relative, c.ok ? "ok" : "NOT OK",
                    c.tolerance.c_str());
    std::fflush(stdout);
}

int run(const std::string& file, const std::vector<std::string>& starts) {
    const auto reference = readReference(file);
    const auto wanted = [&](const std::string& key) {
        bool some = starts.empty();
        for (const auto& start : starts) some = some || key.rfind(start, 0) == 0;
        return some;
    };
    int failed = 0, checked = 0, missing = 0;
    std::printf("%-48s %12s %12s\n", "key", "absolute", "relative");
    compare(reference, wanted, [&](const Comparison& c) {
        checked += c.found ? 1 : 0;
        missing += c.found ? 0 : 1;
        failed += c.found && !c.ok ? 1 : 0;
        print(c);
    });
    const auto unknown = unknownKeys(reference);
    for (const auto& key : unknown) std::printf("%-48s %12s %12s  skipped: unknown\n", key.c_str(), "-", "-");
    std::printf("%d checked, %d not ok, %d not in the file, %zu unknown\n", checked, failed, missing, unknown.size());
    if (checked == 0) std::fprintf(stderr, "error: nothing was compared; name a file with reference outputs\n");
    return checked > 0 && failed == 0 ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (!arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h")) return std::fputs(kHelp, stdout) < 0;
    if (arguments.empty() || arguments[0].rfind("-", 0) == 0) {
        std::fprintf(stderr, "usage: protolabel-parity FILE.pt [KEY...]; see --help\n");
        return 2;
    }
    try {
        return run(arguments[0], {arguments.begin() + 1, arguments.end()});
    } catch (const c10::Error& error) {
        const std::string text = error.what_without_backtrace();
        std::fprintf(stderr, "error: LibTorch reports: %s\n", text.substr(0, text.find('\n')).c_str());
        return 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return 1;
    }
}
