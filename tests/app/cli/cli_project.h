#pragma once

#include <string>
#include <vector>

#include "tests/app/cli/cli_process.h"
#include "tests/core/imaging/scan_file.h"
#include "tests/support/check.h"

namespace protolabel::test {

/// A project made by the command line, in a folder whose name has spaces and letters beyond ASCII: scans of blocks "scan ä" and "b", label 1 "big"
/// drawn on slice 3 of "scan ä" as support.
struct CliProject {
    TemporaryFolder base;
    std::filesystem::path folder = base / "a b é";
    std::string project = (folder / "projekt ü.plb").string();
    std::string truth = (folder / "truth a.nii").string();

    CliProject() {
        std::filesystem::create_directory(folder);
        writeScan(blocks(0), folder / "scan ä.nii");
        writeScan(blocks(9), folder / "b.nii");
        writeScan(blocksTruth(0), truth);
        done({"new", project, "--label", "1=big:#FF0000", "--label", "2=small"});
        done({"import", project, path("scan ä.nii"), path("b.nii")});
        done({"annotate", project, "--volume", "scan ä", "--from", truth, "--label", "big", "--slices", "3",
              "--support"});
    }
    std::string path(const std::string& name) const { return (folder / name).string(); }

    /// Runs to success and returns the JSON object.
    static nlohmann::json done(std::vector<std::string> arguments) {
        arguments.push_back("--json");
        const auto result = cli(arguments);
        if (result.code != 0)
            throw Failure(arguments[0] + " ended with " + std::to_string(result.code) + ": " + result.err);
        return result.json();
    }
    nlohmann::json status() const { return done({"status", project}); }
};

}  // namespace protolabel::test
