// Command line: the whole job, and what each command prints.
#include <algorithm>
#include <fstream>
#include <iterator>

#include "tests/app/cli/cli_project.h"

using namespace protolabel::test;

TEST(the_job_from_import_to_export) {
    CliProject p;
    const auto trained = p.done({"train", p.project, "--iterations", "4", "--seed", "2"});
    CHECK_EQ(trained.at("iterations").get<int>(), 4);
    CHECK_NEAR(trained.at("loss").get<double>(), 0.25, 1e-9);

    const auto predicted = p.done({"predict", p.project});
    CHECK(predicted.at("model") == trained.at("model"));
    CHECK_EQ(predicted.at("proposals").size(), 2U);
    const auto& second = predicted.at("proposals").at(0);  // volumes by name
    CHECK_EQ(second.at("volume").get<std::string>(), "b");
    CHECK_EQ(second.at("label").get<std::string>(), "big");
    CHECK_EQ(second.at("slices").get<int>(), 6);
    CHECK_NEAR(second.at("confidence").get<double>(), 0.9, 1e-9);

    const auto proposals = p.done({"export", p.project, "--out", p.path("out"), "--what", "both"});
    CHECK_EQ(proposals.at("files").size(), 4U);
    CHECK_EQ(readScan(p.path("out/b_proposals.nii.gz")).count(1), 864);
    CHECK_EQ(readScan(p.path("out/b.nii.gz")).count(1), 0);

    const auto accepted = p.done({"accept", p.project, "--volume", "b"});
    CHECK_EQ(accepted.at("voxels").get<int>(), 864);
    const auto review = p.done({"review", p.project, "--csv", p.path("work.csv")});
    CHECK_EQ(review.at("done").get<int>(), 6);
    CHECK_EQ(review.at("open").get<int>(), 5);  // of the other, whose slice 3 is drawn
    CHECK_EQ(review.at("queue").size(), 5U);
    CHECK_EQ(review.at("queue").at(0).at("volume").get<std::string>(), "scan ä");
    CHECK_EQ(review.at("work").at(0).at("accepted").get<int>(), 6);
    CHECK(std::filesystem::exists(p.path("work.csv")));
    const auto exported = p.done({"export", p.project, "--out", p.path("out"), "--volume", "b"});
    CHECK_EQ(exported.at("files").size(), 1U);
    CHECK(exported.at("files").at(0).at("verified").get<bool>());
    const auto written = readScan(exported.at("files").at(0).at("path").get<std::string>());
    const auto truth = blocksTruth(9);
    for (std::size_t i = 0; i < truth.voxels.size(); ++i) CHECK_EQ(written.voxels[i], truth.voxels[i] == 1 ? 1 : 0);
}

TEST(status_has_what_scripts_rely_on) {
    CliProject p;
    const auto status = p.status();
    for (const auto* key : {"volumes", "labels", "supports", "models"}) CHECK(status.at(key).is_array());
    CHECK_EQ(status.at("volumes").size(), 2U);
    CHECK_EQ(status.at("supports").at(0).at("slice").get<int>(), 3);
    CHECK_EQ(status.at("supports").at(0).at("volume").get<std::string>(), "scan ä");
    CHECK_EQ(status.at("volumes").at(1).at("voxels").at("big").get<int>(), 144);
    std::filesystem::rename(p.path("b.nii"), p.path("moved b.nii"));
    CHECK(p.status().at("volumes").at(0).at("missing").get<bool>());
    CHECK(cli({"status", p.project}).out.find("MISSING") != std::string::npos);
}

TEST(moved_images_are_found_again) {
    CliProject p;
    std::filesystem::create_directory(p.folder / "new place");
    std::filesystem::rename(p.path("b.nii"), p.path("new place/b.nii"));
    CHECK_EQ(p.done({"relink", p.project, p.path("new place")}).at("found").at(0).get<std::string>(), "b");
    CHECK(!p.status().at("volumes").at(0).at("missing").get<bool>());
}

TEST(a_moved_project_finds_its_images) {
    CliProject p;
    const auto moved = p.base / "elsewhere";
    std::filesystem::rename(p.folder, moved);
    const auto status = p.done({"status", (moved / "projekt ü.plb").string()});
    CHECK(!status.at("volumes").at(0).at("missing").get<bool>());
    CHECK(!status.at("volumes").at(1).at("missing").get<bool>());
}

TEST(undo_and_redo_survive_the_process) {
    CliProject p;
    CHECK(p.done({"undo", p.project}).at("edit").get<std::string>().rfind("annotate big", 0) == 0);
    CHECK(p.status().at("supports").empty());
    p.done({"redo", p.project});
    CHECK_EQ(p.status().at("supports").size(), 1U);
    CHECK(p.done({"redo", p.project}).at("edit").is_null());
}

TEST(one_shot_needs_no_project) {
    CliProject p;
    const auto result =
        p.done({"segment", "--support-image", p.path("scan ä.nii"), "--support-mask", p.truth, "--value", "2",
                "--query", p.path("b.nii"), p.path("scan ä.nii"), "--out", p.path("masks"), "--iterations", "1"});
    CHECK_EQ(result.at("files").size(), 2U);
    CHECK_EQ(result.at("files").at(0).at("volume").get<std::string>(), "b");
    CHECK(result.at("files").at(0).at("verified").get<bool>());
    const auto written = readScan(result.at("files").at(0).at("path").get<std::string>());
    const auto truth = blocksTruth(9);
    for (std::size_t i = 0; i < truth.voxels.size(); ++i) CHECK_EQ(written.voxels[i], truth.voxels[i] == 2 ? 2 : 0);
}

TEST(evaluate_reports_both_protocols) {
    TemporaryFolder f;
    for (int n = 1; n <= 5; ++n) {
        writeScan(blocks(n), f / ("image_" + std::to_string(n) + ".nii"));
        writeScan(blocksTruth(n), f / ("label_" + std::to_string(n) + ".nii"));
    }
    const std::vector<std::string> base{"evaluate", "--images", f.path().string(), "--labels", f.path().string(),
                                        "--fold",   "0",        "--iterations",    "2"};
    const auto papers = CliProject::done(base);
    CHECK_EQ(papers.at("protocol").get<std::string>(), "papers");
    CHECK_EQ(papers.at("method").get<std::string>(), "sqpfnet");
    CHECK_NEAR(papers.at("mean_dice").get<double>(), 11.5, 1e-9);
    CHECK_NEAR(papers.at("labels").at("1").at("dice").get<double>(), 11, 1e-9);
    CHECK_NEAR(papers.at("labels").at("1").at("volumes").at("image_2").get<double>(), 11, 1e-9);
    CHECK_NEAR(papers.at("whole_volume").at("mean_dice").get<double>(), 5.75, 1e-9);
    auto whole = base;
    whole.insert(whole.end(), {"--protocol", "whole", "--variant", "alpha=1,regions=10", "--variant",
                               "background=prototype,query=off"});
    const auto result = CliProject::done(whole);
    CHECK_NEAR(result.at("mean_dice").get<double>(), 5.75, 1e-9);
    CHECK_EQ(result.at("entries").size(), 2U);
    CHECK_EQ(result.at("entries").at(0).at("options").at("regions").get<int>(), 10);

    auto report = base;
    const auto csv = (f / "new folder/scores.csv").string(), plot = (f / "plot.png").string();
    report.insert(report.end(), {"--variants", "ablation", "--variants", "alpha", "--csv", csv, "--plot", plot});
    checkFails(report, "file.write", "scores.csv");  // before it trains: no folder is made for a file
    std::filesystem::create_directory(f / "new folder");
    const auto all = CliProject::done(report);
    CHECK_EQ(all.at("entries").size(), 14U);
    CHECK_EQ(all.at("entries").at(3).at("variant").get<std::string>(), "10 regions, alpha 0.5, background threshold");
    const auto& score = all.at("labels").at("1").at("metrics").at("jaccard");
    CHECK_NEAR(score.at("mean").get<double>(), 5.5, 1e-9);
    CHECK_EQ(score.at("volumes").get<int>(), 1);
    CHECK_NEAR(all.at("entries").at(0).at("whole_volume_scores").at(0).at("hd95_mm").get<double>(), 7, 1e-9);
    std::ifstream table(csv);
    const auto lines = std::count(std::istreambuf_iterator<char>(table), {}, '\n');
    CHECK_EQ(lines, 1 + 14 * 2 * 2);  // one volume, two labels, two protocols
    CHECK(std::filesystem::file_size(plot) > 1000);
}

TEST(the_demonstration_runs) {
    TemporaryFolder f;
    const auto result = CliProject::done({"demo", (f / "d").string(), "--quick", "--seed", "5"});
    CHECK_EQ(result.at("seed").get<int>(), 5);
    CHECK_EQ(result.at("volumes").size(), 2U);
    CHECK_EQ(result.at("files").size(), 2U);
    CHECK_EQ(result.at("means").size(), 4U);
    CHECK(std::filesystem::file_size(f / "d/contact_sheet.png") > 1000);
    CHECK(std::filesystem::exists(f / "d/images/case_2.nii.gz"));
    // The reported Dice is that of the exported file.
    const auto truth = readScan(f / "d/truth/case_2.nii.gz"), mask = readScan(f / "d/export/case_2.nii.gz");
    double both = 0;
    for (std::size_t i = 0; i < truth.voxels.size(); ++i) both += truth.voxels[i] == 3 && mask.voxels[i] == 3 ? 1 : 0;
    const double dice = 200 * both / static_cast<double>(truth.count(3) + mask.count(3));
    CHECK_NEAR(result.at("volumes").at(1).at("dice").at("bladder").get<double>(), dice, 1e-6);
}
