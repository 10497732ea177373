// Command line: help, version, bad usage, quiet and JSON output.
#include "tests/app/cli/cli_project.h"

using namespace protolabel::test;

static void checkUsage(const std::vector<std::string>& arguments, const std::string& text) {
    const auto result = cli(arguments, "");
    CHECK_EQ(result.code, 2);
    CHECK(result.err.rfind("error: ", 0) == 0);
    if (result.err.find(text) == std::string::npos) throw Failure("no \"" + text + "\" in " + result.err);
    CHECK(result.out.empty());
}

TEST(help_and_version_are_answers) {
    const auto version = cli({"--version"}, "");
    CHECK_EQ(version.code, 0);
    CHECK(version.out.rfind("protolabel-cli ", 0) == 0);
    for (const auto* command :
         {"new", "import", "annotate", "train", "predict", "accept", "export", "status", "undo", "redo", "relink",
          "segment", "evaluate", "effort", "supervoxels", "pretrain", "pack", "bench", "demo"}) {
        const auto help = cli({command, "--help"}, "");
        CHECK_EQ(help.code, 0);
        CHECK(help.out.find("Example:\n  protolabel-cli " + std::string(command)) != std::string::npos);
    }
}

TEST(wrong_words_are_bad_usage) {
    TemporaryFolder folder;
    const auto project = (folder / "p.plb").string();
    checkUsage({}, "subcommand");
    checkUsage({"paint"}, "paint");
    checkUsage({"new"}, "project");
    checkUsage({"new", project, "--label", "liver"}, "ID=NAME");
    checkUsage({"new", project, "--label", "0=liver"}, "0");
    checkUsage({"new", project, "--label", "1=a", "--label", "1=b"}, "1=b");
    checkUsage({"new", project, "--label", "1=a", "--label", "2=a"}, "2=a");
    checkUsage({"relink", project, "/no such folder"}, "/no such folder");
    checkUsage({"train", project, "--iterations", "many"}, "iterations");
    checkUsage({"train", project, "--method", "unet"}, "unet");
    checkUsage({"train", project, "--device", "gpu"}, "gpu");
    checkUsage({"predict", project, "--alpha", "1.5"}, "alpha");
    checkUsage({"export", project}, "--out");
    checkUsage({"export", project, "--out", "x", "--format", "dicom"}, "dicom");
    checkUsage({"evaluate", "--images", "a", "--labels", "b", "--fold", "first"}, "first");
    checkUsage({"evaluate", "--images", "a", "--labels", "b", "--variant", "beta=1"}, "beta=1");
    for (const std::string wrong : {"regions=2.5", "regions=1e99", "steps=many", "alpha=nan", "threshold=inf"})
        checkUsage({"evaluate", "--images", "a", "--labels", "b", "--variant", wrong},
                   "\"" + wrong.substr(wrong.find('=') + 1) + "\" is no ");
    checkUsage({"evaluate", "--images", "a", "--labels", "b", "--group", "1,1e10"}, "1e10");
    checkUsage({"evaluate", "--images", "a", "--labels", "b", "--classes", "0"}, "0");
    for (const std::string wrong : {"nan", "inf", "1e300", "-1"})
        checkUsage({"train", project, "--seconds", wrong}, wrong);
    checkUsage({"train", project, "--seconds", "5", "--iterations", "5"}, "--iterations");
    checkUsage({"evaluate", "--images", "a", "--labels", "b", "--plot", "a.pdf"}, "a.pdf");
    checkUsage({"effort", "--images", "a", "--labels", "b", "--plot", "a"}, "PNG");
    for (const char* command : {"evaluate", "effort"})
        checkFails({command, "--images", "a", "--labels", "b", "--csv", "x.PNG", "--plot", "./x.PNG"}, "file.same",
                   "x.PNG");
    CHECK(!std::filesystem::exists(project));
}

TEST(bad_usage_is_json_where_asked_for) {
    const auto result = cli({"--json", "new"}, "");
    CHECK_EQ(result.code, 2);
    CHECK_EQ(result.json().at("error").at("code").get<std::string>(), "usage");
}

TEST(labels_with_one_value_leave_the_rest_alone) {
    TemporaryFolder folder;
    // The option before the positional must not swallow it.
    const auto result = cli({"new", "--label", "3=left kidney:#102030", (folder / "p.plb").string(), "--json"}, "");
    CHECK_EQ(result.code, 0);
    const auto label = result.json().at("labels").at(0);
    CHECK_EQ(label.at("id").get<int>(), 3);
    CHECK_EQ(label.at("name").get<std::string>(), "left kidney");
    CHECK_EQ(label.at("color").get<std::string>(), "#102030");
}

TEST(quiet_says_results_only) {
    CliProject p;
    writeScan(blocks(0), p.folder / "again.nii");
    const auto loud = cli({"import", p.project, p.path("again.nii")});
    CHECK(loud.err.find("skipped: ") != std::string::npos);
    const auto quiet = cli({"import", p.project, p.path("again.nii"), "-q"});
    CHECK_EQ(quiet.code, 0);
    CHECK(quiet.err.empty());
}

TEST(the_locale_does_not_matter) {
    setenv("LC_ALL", "POSIX", 1);
    CliProject p;
    const auto result = cli({"status", p.project});
    unsetenv("LC_ALL");
    CHECK_EQ(result.code, 0);
    CHECK(result.err.empty());
    CHECK(result.out.find("scan ä") != std::string::npos);
}
