// Command line: several annotators of the same volumes.
#include <fstream>
#include <sstream>

#include "tests/app/cli/cli_project.h"

using namespace protolabel::test;

namespace {

/// The project of CliProject and a second one, which drew slice 3 and, of the second label, slice 4.
struct TwoReaders : CliProject {
    std::string second = path("second.plb");

    TwoReaders() {
        done({"new", second, "--label", "5=small", "--label", "6=big"});
        done({"import", second, path("scan ä.nii")});
        done({"annotate", second, "--volume", "scan ä", "--from", truth, "--label", "big", "--slices", "3", "--value",
              "1"});
        done({"annotate", second, "--volume", "scan ä", "--from", truth, "--label", "small", "--slices", "4", "--value",
              "2"});
    }
};

std::string bytesOf(const std::string& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

}  // namespace

TEST(readers_are_compared_by_label_and_volume) {
    TwoReaders p;
    const auto before = bytesOf(p.second);
    const auto pair = p.done({"compare", p.project, p.second, "--csv", p.path("agreement.csv")}).at("pairs").at(0);
    CHECK(bytesOf(p.second) == before);
    CHECK_EQ(pair.at("first").get<std::string>(), "projekt ü");
    CHECK_EQ(pair.at("labels").size(), 2U);
    CHECK_EQ(pair.at("labels").at(0).at("label").get<std::string>(), "big");
    CHECK_EQ(pair.at("labels").at(0).at("mean_dice").get<double>(), 100);
    CHECK_EQ(pair.at("labels").at(0).at("mean_hd95_mm").get<double>(), 0);
    CHECK_EQ(pair.at("labels").at(1).at("mean_dice").get<double>(), 0);
    CHECK(pair.at("labels").at(1).at("mean_hd95_mm").is_null());
    CHECK_EQ(pair.at("notes").at(0).get<std::string>(), "not in second: b");
    const auto csv = bytesOf(p.path("agreement.csv"));
    CHECK_EQ(std::count(csv.begin(), csv.end(), '\n'), 3);
    const auto text = cli({"compare", p.project, p.second});
    CHECK(text.out.find("big: Dice 100.0") != std::string::npos);
    CHECK(text.err.find("note: not in second: b") != std::string::npos);
}

TEST(a_consensus_is_a_new_project) {
    TwoReaders p;
    const auto made = p.path("consensus.plb");
    const auto result = p.done({"consensus", p.project, p.second, "--method", "majority", "--out", made});
    CHECK_EQ(result.at("volumes").size(), 1U);
    CHECK(result.at("undecided_voxels").get<int>() > 0);  // the second label, which one of two drew
    const auto volume = p.done({"status", made}).at("volumes").at(0);
    CHECK_EQ(volume.at("voxels").at("big"), p.status().at("volumes").at(1).at("voxels").at("big"));
    CHECK_EQ(volume.at("states").at("flagged").get<int>(), 1);
    checkFails({"consensus", p.project, p.second, "--out", made}, "project.exists", "consensus.plb exists already");
    const auto raters = p.done({"consensus", p.project, p.second, "--out", p.path("staple.plb")}).at("raters");
    CHECK_EQ(raters.size(), 2U);
    CHECK_EQ(raters.at(0).at("labels").at(0).at("sensitivity").get<double>(), 1);
}

TEST(each_project_that_does_not_fit_is_named) {
    TwoReaders p;
    CHECK_EQ(cli({"compare", p.project}).code, 2);
    checkFails({"compare", p.project, p.project}, "compare.same", "is named twice");
    checkFails({"compare", p.project, p.path("none.plb")}, "project.missing", "there is no project");
    checkFails({"compare", p.project, p.path("b.nii")}, "project.format", "b.nii is not a project");
    p.done({"new", p.path("empty.plb"), "--label", "1=big"});
    checkFails({"compare", p.project, p.path("empty.plb")}, "compare.volumes", "no volume in common");
    // A volume of the same name on another grid.
    std::filesystem::create_directory(p.path("other"));
    writeScan(blocks(0, 6), p.path("other/b.nii"));
    p.done({"import", p.path("empty.plb"), p.path("other/b.nii")});
    checkFails({"compare", p.project, p.path("empty.plb")}, "compare.volumes", "another grid");
}
