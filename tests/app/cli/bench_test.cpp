// The measurements run to the end and say what they measured; how fast is not for a test to say.
#include <set>

#include "tests/app/cli/cli_process.h"
#include "tests/support/check.h"

using namespace protolabel::test;

TEST(bench_reports_every_measurement) {
    const auto result = cli({"bench", "--quick", "--json", "--device", "cpu"}, "");
    CHECK_EQ(result.code, 0);
    const auto object = result.json();
    for (const auto* key : {"processor", "threads", "libtorch", "device", "precision"})
        CHECK(object.at("machine").contains(key));
    std::set<std::string> names;
    for (const auto& entry : object.at("results")) {
        names.insert(entry.at("name"));
        CHECK(entry.at("value").get<double>() >= 0);
        CHECK(!entry.at("unit").get<std::string>().empty());
        CHECK_EQ(entry.at("baseline").is_null(), entry.at("ratio").is_null());
        if (entry.at("ratio").is_null()) continue;
        const double value = entry.at("value"), baseline = entry.at("baseline"), ratio = entry.at("ratio");
        const bool rate = entry.at("unit") == "iterations/s";  // more is better
        CHECK_NEAR(ratio, rate ? value / baseline : baseline / value, 1e-3 * ratio);
    }
    for (const auto* name :
         {"encode resnet18", "encode resnet101", "predict 36 slices, 1 label", "predict 36 slices, 1 label, threshold",
          "predict 36 slices, 4 labels", "predict 36 slices, 4 labels, threshold", "predict 1 slice, 1 label",
          "predict 1 slice, 1 label, threshold", "train resnet18", "supervoxels 256 x 256 x 36", "features to disk",
          "features from disk", "read and prepare an image"})
        CHECK(names.count(name) == 1);
}
