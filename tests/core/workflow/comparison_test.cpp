#include "core/workflow/comparison.h"

#include "core/workflow/consensus.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
namespace fs = std::filesystem;

namespace {

using Pixels = std::vector<std::array<int, 4>>;  // x, y, z, label

/// Annotators of one 4 x 3 x 5 scan of 2 x 3 x 4 mm voxels, which stands in a folder of its own for each.
struct Annotators {
    TemporaryFolder folder;
    JobControl control;

    std::unique_ptr<project::ProjectStore> make(const std::string& name, const Pixels& drawn) {
        fs::create_directory(folder / name);
        writeScan(makeScan({4, 3, 5}, {2, 3, 4}, [](int x, int y, int z) { return 100 * z + 10 * y + x; }),
                  folder / name / "scan.nii");
        auto store = storage::createProject(
            folder / (name + ".plb"), {{LabelId{1}, "liver", {}, true, true}, {LabelId{2}, "spleen", {}, false, true}});
        workflow::importVolumes(*store, {folder / name / "scan.nii"}, {}, control);
        draw(*store, drawn);
        return store;
    }
    static void draw(project::ProjectStore& store, const Pixels& drawn) {
        std::map<int, labels::LabelSlice> slices;
        for (const auto& [x, y, z, label] : drawn)
            slices.try_emplace(z, 4, 3).first->second.at(x, y) = static_cast<std::uint16_t>(label);
        const auto id = store.volumes().front().id;
        store.transact(named("draw"), [&](project::ProjectWriter& writer) {
            for (const auto& [z, slice] : slices) writer.putAnnotation(id, z, slice, {});
        });
    }
};

}  // namespace

// By hand: liver 3 and 2 voxels, 2 in common, of 24 mm3: Dice 4 / 5. From (3, 0, 1) to its neighbour 2 mm; all other distances are 0, five in all;
// numpy.percentile([0, 0, 2], 95) = 1.8.
TEST(two_annotators_are_compared) {
    Annotators a;
    const auto anna = a.make("anna", {{1, 0, 1, 1}, {2, 0, 1, 1}, {3, 0, 1, 1}, {0, 2, 4, 2}});
    const auto ben = a.make("ben", {{1, 0, 1, 1}, {2, 0, 1, 1}});
    const auto pairs = workflow::compareProjects({anna.get(), ben.get()}, {}, a.control);
    CHECK_EQ(pairs.size(), 1U);
    CHECK_EQ(pairs[0].notes.size(), 1U);  // of slice 4
    CHECK_EQ(std::string(pairs[0].notes[0].what()),
             "ben has nothing on slices that others annotated; they count as empty there (scan: 1)");
    const auto& rows = pairs[0].rows;
    CHECK_EQ(rows.size(), 2U);
    CHECK_NEAR(rows[0].agreement.overlap.dice(), 0.8, 1e-12);
    CHECK_NEAR(rows[0].agreement.distances->hd95, 1.8, 1e-9);
    CHECK_NEAR(rows[0].agreement.distances->average, 0.4, 1e-9);
    CHECK_NEAR(rows[0].agreement.firstMl, 0.072, 1e-12);
    CHECK(!rows[1].agreement.distances);
    const auto summary = workflow::summarise(rows);
    CHECK_EQ(summary[0].labelName, "liver");
    CHECK_NEAR(summary[0].differenceMl, -0.024, 1e-12);
    CHECK_EQ(summary[1].dice, 0);
    CHECK_EQ(summary[1].withDistance, 0);
    CHECK_EQ(workflow::comparisonCsv({{"anna", "ben", {rows[1]}, {}}}),
             "first,second,volume,label,label_name,first_voxels,second_voxels,common_voxels,first_ml,second_ml,dice,"
             "jaccard,hd95_mm,assd_mm\r\nanna,ben,scan,2,spleen,1,0,0,0.024,0,0,0,,\r\n");
}

// numpy: mean([1, .5]), std(ddof=1), mean of the one distance
TEST(volumes_are_summed_up_by_label) {
    workflow::AgreementRow same{"a", LabelId{1}, "liver", {}}, half{"b", LabelId{1}, "liver", {}};
    same.agreement.overlap = {.both = 4, .first = 4, .second = 4};
    same.agreement.distances = labels::SurfaceDistances{3, 1};
    half.agreement.overlap = {.both = 1, .first = 2, .second = 2};
    half.agreement.secondMl = 2;
    const auto summary = workflow::summarise({same, half});
    CHECK_EQ(summary.size(), 1U);
    CHECK_EQ(summary[0].volumes, 2);
    CHECK_NEAR(summary[0].dice, 0.75, 1e-12);
    CHECK_NEAR(summary[0].diceSd, 0.3535533905932738, 1e-12);
    CHECK_EQ(summary[0].hd95.value(), 3);
    CHECK_EQ(summary[0].withDistance, 1);
    CHECK_EQ(summary[0].differenceMl, 1);
}

TEST(what_one_has_not_annotated_is_left_out) {
    Annotators a;
    const auto anna = a.make("anna", {{1, 0, 1, 1}});
    const auto ben = a.make("ben", {});
    CHECK_ERROR("compare.empty", workflow::compareProjects({anna.get(), ben.get()}, {}, a.control));
    CHECK_ERROR("volume.unknown", workflow::compareProjects({anna.get(), ben.get()}, {"scam"}, a.control));
    StopAt stop("compare", 1);
    Annotators::draw(*ben, {{1, 0, 1, 1}});
    CHECK_ERROR("cancelled", workflow::compareProjects({anna.get(), ben.get()}, {}, stop));
}

TEST(a_consensus_becomes_a_project) {
    Annotators a;
    const auto anna = a.make("anna", {{1, 0, 1, 1}, {2, 0, 1, 1}, {0, 0, 3, 1}});
    const auto ben = a.make("ben", {{1, 0, 1, 1}, {2, 0, 1, 2}, {0, 0, 3, 2}});
    const auto carla = a.make("carla", {{1, 0, 1, 1}, {3, 0, 1, 1}, {0, 0, 3, 2}});
    const auto consensus = workflow::makeConsensus({anna.get(), ben.get(), carla.get()},
                                                   workflow::ConsensusMethod::Majority, {}, a.control);
    CHECK_EQ(consensus.undecided, 1);  // (2, 0, 1): liver, spleen, nothing
    const auto target = storage::createProject(a.folder / "consensus.plb", consensus.labels);
    workflow::storeConsensus(*target, consensus);
    const auto volume = target->volumes().at(0);
    CHECK_EQ(volume.name, "scan");
    CHECK_EQ(volume.source.path, a.folder / "anna" / "scan.nii");
    const auto slice = target->annotation(volume.id, 1).value();
    CHECK_EQ(slice.at(1, 0), 1);
    CHECK_EQ(slice.at(2, 0), 0);
    CHECK_EQ(slice.at(3, 0), 0);
    CHECK_EQ(target->annotation(volume.id, 3)->at(0, 0), 2);
    CHECK(target->reviewState(volume.id, 1) == project::ReviewState::Flagged);
    CHECK(target->reviewState(volume.id, 3) == project::ReviewState::Untouched);
    CHECK(target->annotationSource(volume.id, 1).drawn);
    CHECK(!target->labels().at(0).locked);
    CHECK_EQ(target->nextUndo()->info.name, "majority of anna, ben, carla");
    CHECK(target->nextUndo()->info.details.find(R"("projects":["anna","ben","carla"])") != std::string::npos);

    const auto staple =
        workflow::makeConsensus({anna.get(), ben.get(), carla.get()}, workflow::ConsensusMethod::Staple, {}, a.control);
    CHECK_EQ(staple.raters.size(), 3U);
    CHECK(staple.raters[0].at(1).sensitivity > 0.5);
}
