// Command line: tables of labels, measures and times.
#include <fstream>
#include <sstream>

#include "tests/app/cli/cli_project.h"

using namespace protolabel::test;

namespace {

std::string textOf(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file).rdbuf();
    return text.str();
}

}  // namespace

TEST(label_tables_come_in_and_go_out) {
    CliProject p;
    std::ofstream(p.path("more.txt")) << "2 0 158 115 1 1 1 \"small\"\n3 86 180 233 1 1 1 \"vena cava\"\n";
    const auto imported = p.done({"labels", "import", p.project, p.path("more.txt")});
    CHECK_EQ(imported.at("added").dump(), R"(["vena cava"])");
    CHECK_EQ(imported.at("changed").dump(), R"(["the colour of small"])");
    CHECK_EQ(p.status().at("labels").at(2).at("name").get<std::string>(), "vena cava");
    CHECK_EQ(p.status().at("labels").at(2).at("color").get<std::string>(), "#56B4E9");

    CHECK_EQ(p.done({"labels", "export", p.project, p.path("out.ctbl")}).at("format").get<std::string>(),
             "3D Slicer colour table");
    CHECK(textOf(p.path("out.ctbl")).find("3 vena_cava 86 180 233 255") != std::string::npos);
    p.done({"labels", "export", p.project, p.path("dataset.json")});
    CHECK(textOf(p.path("dataset.json")).find("\"vena cava\"") != std::string::npos);

    p.done({"undo", p.project});
    CHECK_EQ(p.status().at("labels").size(), 2U);
}

TEST(labels_are_renamed_only_when_it_is_allowed) {
    CliProject p;
    std::ofstream(p.path("other.txt")) << "1 255 0 0 1 1 1 \"huge\"\n";
    const auto refused = cli({"labels", "import", p.project, p.path("other.txt"), "--json"});
    CHECK_EQ(refused.code, 1);
    CHECK_EQ(refused.json().at("error").at("code").get<std::string>(), "labels.rename");
    CHECK_EQ(p.status().at("labels").at(0).at("name").get<std::string>(), "big");
    CHECK_EQ(p.done({"labels", "import", p.project, p.path("other.txt"), "--rename"}).at("changed").dump(),
             R"(["big is now huge"])");
    CHECK_EQ(p.status().at("labels").at(0).at("name").get<std::string>(), "huge");
}

TEST(presets_are_listed_and_taken) {
    CliProject p;
    const auto presets = p.done({"labels", "presets"}).at("presets");
    CHECK(presets.size() > 1);
    const auto name = presets.at(0).at("name").get<std::string>();
    p.done({"labels", "import", p.project, "--preset", name, "--rename"});
    CHECK(p.status().at("labels").size() >= presets.at(0).at("labels").size());
    CHECK(cli({"labels", "import", p.project, "--preset", "no such"}).err.find("labels presets") != std::string::npos);
    CHECK_EQ(cli({"labels", "import", p.project}).code, 2);
}

TEST(what_is_annotated_is_measured) {
    CliProject p;
    const auto result = p.done({"statistics", p.project, "--csv", p.path("table.csv")});
    CHECK_EQ(result.at("statistics").size(), 1U);
    const auto row = result.at("statistics").at(0);
    const auto volume = p.status().at("volumes").at(1);  // by name: b, scan ä
    const auto voxels = volume.at("voxels").at("big").get<double>();
    double mm3 = voxels;
    for (const auto& side : volume.at("spacing")) mm3 *= side.get<double>();
    CHECK_EQ(row.at("volume").get<std::string>(), "scan ä");
    CHECK_EQ(row.at("label").get<std::string>(), "big");
    CHECK_EQ(row.at("slices").get<int>(), 1);
    CHECK_EQ(row.at("voxels").get<double>(), voxels);
    CHECK_NEAR(row.at("ml").get<double>(), mm3 / 1000, 1e-9);
    const auto csv = textOf(p.path("table.csv"));
    CHECK_EQ(std::count(csv.begin(), csv.end(), '\n'), 2);
    CHECK(p.done({"statistics", p.project, "--volume", "b"}).at("statistics").empty());
}

TEST(work_is_added_up) {
    CliProject p;
    p.done({"undo", p.project});
    p.done({"redo", p.project});
    const auto rows = p.done({"activity", p.project, "--csv", p.path("times.csv")}).at("activity");
    int found = 0;
    for (const auto& row : rows)
        if (row.at("tool").get<std::string>() == "annotate") {
            ++found;
            CHECK_EQ(row.at("volume").get<std::string>(), "scan ä");
            CHECK_EQ(row.at("label").get<std::string>(), "big");
            CHECK_EQ(row.at("edits").get<int>(), 1);
        }
    CHECK_EQ(found, 1);
    const auto csv = textOf(p.path("times.csv"));
    CHECK_EQ(std::count(csv.begin(), csv.end(), '\n'), static_cast<std::ptrdiff_t>(rows.size()) + 1);
}

TEST(results_do_not_replace_what_is_there) {
    CliProject p;
    const auto scan = p.path("b.nii"), project = p.project;
    const auto before = textOf(project);
    const std::vector<std::vector<std::string>> commands{
        {"pack", "--images", p.folder.string(), "--labels", p.folder.string(), project},
        {"pretrain", project, "--iterations", "1"},
        {"supervoxels", scan, project}};
    for (auto command : commands) {
        checkFails(command, "file.exists", "--force");
        if (command[0] == "supervoxels") continue;
        command.push_back("--force");
        checkFails(command, "file.kind", "choose another name");
    }
    checkFails({"model", "import", p.truth, "--out", project, "--force"}, "file.kind", "is a project");
    CHECK(textOf(project) == before);
}
