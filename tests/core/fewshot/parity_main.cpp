// protolabel-parity FILE.pt: compares the methods with a file of reference outputs, one line a key. Exit code 0: all are within
// their tolerances; 1: one is not, or the file cannot be read; 2: bad usage.
#include <cstdio>

#include "core/base/error.h"
#include "tests/core/fewshot/parity_checks.h"

using namespace protolabel::fewshot::test;

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: protolabel-parity FILE.pt\n");
        return 2;
    }
    try {
        const auto reference = readReference(argv[1]);
        int failed = 0, checked = 0, skipped = 0;
        std::printf("%-48s %12s %12s\n", "key", "absolute", "relative");
        compare(
            reference, [](const std::string&) { return true; },
            [&](const Comparison& c) {
                if (!c.found) {
                    ++skipped;
                    std::printf("%-48s %12s %12s  skipped: not in the file\n", c.key.c_str(), "-", "-");
                } else {
                    ++checked;
                    failed += c.ok ? 0 : 1;
                    std::printf("%-48s %12.3e %12.3e  %s (%s)\n", c.key.c_str(), c.absolute, c.relative,
                                c.ok ? "ok" : "NOT OK", c.tolerance.c_str());
                }
                std::fflush(stdout);
            });
        for (const auto& key : unknownKeys(reference))
            std::printf("%-48s %12s %12s  skipped: unknown\n", key.c_str(), "-", "-");
        std::printf("%d checked, %d not ok, %d not in the file\n", checked, failed, skipped);
        return failed == 0 ? 0 : 1;
    } catch (const std::exception& error) {
        std::fprintf(stderr, "error: %s\n", error.what());
        return 1;
    }
}
