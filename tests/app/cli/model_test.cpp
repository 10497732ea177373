// Command line: weights in and out.
#include <fstream>

#include "tests/app/cli/cli_project.h"

using namespace protolabel::test;

namespace {

/// What the test's worker takes for weights of another program.
std::string foreignWeights(const CliProject& p) {
    std::ofstream(p.path("weights ü.pth")) << "foreign resnet50";
    return p.path("weights ü.pth");
}

}  // namespace

TEST(weights_come_in_are_listed_used_and_go_out) {
    CliProject p;
    const auto imported = p.done({"model", "import", foreignWeights(p), "--project", p.project, "--method", "adnet"});
    const auto hash = imported.at("model").get<std::string>();
    CHECK_EQ(imported.at("encoder").get<std::string>(), "resnet50");
    CHECK_EQ(imported.at("method").get<std::string>(), "adnet");
    CHECK_EQ(imported.at("notes").size(), 1U);
    CHECK_EQ(p.status().at("models").at(0).at("model").get<std::string>(), hash);

    const auto listed = p.done({"model", "list", p.project}).at("models");
    CHECK_EQ(listed.size(), 1U);
    CHECK_EQ(listed.at(0).at("model").get<std::string>(), hash);
    CHECK(!listed.at(0).at("missing").get<bool>());
    CHECK(listed.at(0).at("in_use").get<bool>());
    CHECK_EQ(p.done({"predict", p.project, "--model", hash.substr(0, 6)}).at("model").get<std::string>(), hash);
    CHECK_EQ(p.done({"train", p.project, "--iterations", "2", "--init", listed.at(0).at("file").get<std::string>()})
                 .at("encoder")
                 .get<std::string>(),
             "resnet50");

    const auto exported =
        p.done({"model", "export", p.project, p.path("out.safetensors"), "--model", hash.substr(0, 10)});
    CHECK_EQ(exported.at("model").get<std::string>(), hash);
    CHECK(std::filesystem::exists(p.path("out.safetensors")));
    checkFails({"model", "export", p.project, p.path("out.safetensors")}, "file.exists", "--force");
    CHECK(p.done({"model", "export", p.project, p.path("out.safetensors"), "--force"}).at("model").get<std::string>() !=
          hash);
}

// The test's worker is exactly right, but blind with a model of seed 99; "big" is drawn on five slices, one of them the support.
TEST(models_are_compared_and_one_of_them_is_used) {
    CliProject p;
    const auto trained = [&](const char* seed) {
        return p
            .done({"train", p.project, "--iterations", "1", "--volume", "b", "--label-share", "0.5", "--seed", seed})
            .at("model")
            .get<std::string>();
    };
    const auto good = trained("1"), blind = trained("99");
    p.done({"annotate", p.project, "--volume", "scan ä", "--from", p.truth, "--label", "big", "--slices", "2,4,5"});
    const auto compared = p.done({"model", "compare", p.project, good.substr(0, 9)});
    CHECK_EQ(compared.at("other").get<std::string>(), blind);
    CHECK_NEAR(compared.at("mean_dice").get<double>(), 100, 1e-9);
    CHECK_NEAR(compared.at("other_mean_dice").get<double>(), 0, 1e-9);
    CHECK_EQ(compared.at("rows").at(0).at("slices").get<int>(), 3);
    const auto inUse = [&](const std::string& hash) {
        const auto listed = p.done({"model", "list", p.project});
        for (const auto& model : listed.at("models"))
            if (model.at("in_use").get<bool>() != (model.at("model") == hash)) return false;
        return true;
    };
    CHECK(inUse(blind));
    CHECK_EQ(p.done({"model", "use", p.project, good.substr(0, 9)}).at("model").get<std::string>(), good);
    CHECK(inUse(good));
    CHECK(cli({"model", "list", p.project}).out.find(", in use\n") != std::string::npos);
    CHECK_EQ(p.done({"predict", p.project, "--volume", "b"}).at("model").get<std::string>(), good);
    CHECK_EQ(p.done({"model", "use", p.project, "embedded"}).at("model").get<std::string>(), "embedded");
    CHECK(inUse("embedded"));  // which is none of the project's
    CHECK(cli({"model", "list", p.project}).out.find("in use: the model that comes with the program") !=
          std::string::npos);
}

TEST(info_tells_of_projects_and_files) {
    CliProject p;
    const auto file = foreignWeights(p);
    for (const auto* key : {"model", "method", "encoder", "stride", "options", "iterations", "loss", "losses",
                            "parameters", "multiply_adds", "provenance", "notes"})
        CHECK(p.done({"model", "info", file}).contains(key));
    CHECK(!p.done({"model", "info", file}).contains("file"));
    p.done({"model", "import", file, "--out", p.path("converted.safetensors")});
    CHECK_EQ(p.done({"model", "info", p.path("converted.safetensors")}).at("encoder").get<std::string>(), "resnet50");
    p.done({"train", p.project, "--iterations", "130"});
    CHECK(p.done({"model", "info", p.project}).contains("file"));
    const auto text = cli({"model", "info", p.project}).out;
    for (const auto* told : {"11,307,840 parameters, 25.40 G multiply-adds", "1 region, background threshold",
                             "0.5000 up to 100, 0.2500 up to 130"})
        CHECK(text.find(told) != std::string::npos);
}

TEST(wrong_use_is_explained) {
    CliProject p;
    const auto file = foreignWeights(p);
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{"model"},
                                               {"model", "list"},
                                               {"model", "paint"},
                                               {"model", "import", file},
                                               {"model", "import", file, "--out", "a", "--project", p.project},
                                               {"model", "import", file, "--out", "a", "--method", "unet"},
                                               {"model", "export", p.project},
                                               {"model", "export", p.project, "a", "b"},
                                               {"model", "info", file, "3fa94c"}})
        CHECK_EQ(cli(arguments).code, 2);
    checkFails({"model", "info", p.project}, "model.none", "train");
    checkFails({"model", "import", file, "--out", file}, "file.exists", "--force");
    checkFails({"model", "import", file, "--out", p.path("none/m")}, "file.write", "does not exist");
    checkFails({"model", "import", file, "--out", p.folder.string(), "--force"}, "file.folder", "is a folder");
    checkFails({"model", "import", p.path("none.pth"), "--project", p.project}, "file.missing", "none.pth");
    checkFails({"model", "import", file, "--project", p.path("none.plb")}, "project.missing", "none.plb");
    CHECK(p.done({"model", "list", p.project}).at("models").empty());
}
