#include "core/workflow/selection.h"

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::parseSlices;

TEST(slices_are_numbers_and_ranges) {
    CHECK((parseSlices("12,15,20-22", 30) == std::set<int>{12, 15, 20, 21, 22}));
    CHECK((parseSlices("0", 1) == std::set<int>{0}));
    CHECK((parseSlices("3-3,3", 4) == std::set<int>{3}));
}

TEST(what_is_no_slice_is_said) {
    for (const auto* text : {"", ",", "1,", "-1", "1-", "a", "1.5", "5-3", "1--3", " 1", "99999999999"})
        CHECK_ERROR("slices.syntax", parseSlices(text, 100));
    CHECK_ERROR("slices.range", parseSlices("30", 30));
    CHECK_ERROR("slices.range", parseSlices("28-30", 30));
}

TEST(names_select_once_and_in_order) {
    BlocksProject p;
    const auto volumes = workflow::selectVolumes(*p.store, {"b", "a", "b"});
    CHECK_EQ(volumes.size(), 2U);
    CHECK_EQ(volumes[0].name, "b");
    CHECK_EQ(workflow::selectVolumes(*p.store, {}).size(), 2U);
    CHECK_EQ(workflow::selectLabels(*p.store, {"2", "small"}).size(), 1U);
    CHECK_ERROR("volume.unknown", workflow::selectVolumes(*p.store, {"B"}));
}

TEST(an_empty_project_is_said) {
    TemporaryFolder folder;
    const auto store = storage::createProject(folder / "e.plb");
    CHECK_ERROR("project.empty", workflow::selectVolumes(*store, {}));
    CHECK_ERROR("project.empty", workflow::selectLabels(*store, {}));
}
