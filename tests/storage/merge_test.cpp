#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::test;

namespace {

const LabelId kLiver{1};

struct Merging {
    TemporaryFolder folder;
    VolumeId a;
    std::unique_ptr<ProjectStore> store = newProject(folder / "p.plb", &a);

    EditId propose(int slice, std::vector<std::uint8_t> pixels, const std::string& name = "propose") {
        const EditInfo info{.name = name, .tool = "live", .activeSeconds = 1, .merge = "live"};
        return store->transact(info, [&](ProjectWriter& w) {
            w.putProposal({a, slice, kLiver, tinyMask(pixels), 0.5, 0, "m", "", {}});
        });
    }
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        for (const auto& edit : store->edits()) all.push_back(edit.info.name);
        return all;
    }
    using Names = std::vector<std::string>;
};

TEST(edits_of_one_key_in_a_row_undo_as_one) {
    Merging m;
    const auto first = m.propose(0, {1});
    CHECK(m.propose(0, {1, 1}, "again") == first);
    CHECK(m.propose(1, {1}) == first);
    CHECK(m.names() == (Merging::Names{"edit", "propose"}));
    CHECK_EQ(m.store->edits().back().info.activeSeconds, 3);
    m.store->undo();
    CHECK(m.store->proposals(m.a).empty());
    m.store->redo();
    CHECK(m.store->proposal(m.a, 0, kLiver)->mask == tinyMask({1, 1}));
    CHECK_EQ(m.store->proposals(m.a).size(), 2U);
}

TEST(another_edit_or_an_undo_ends_a_row) {
    Merging m;
    m.propose(0, {1});
    edit(
        *m.store, [](ProjectWriter& w) { w.putSetting("k", "1"); }, "draw");
    m.propose(0, {1, 1});
    CHECK(m.names() == (Merging::Names{"edit", "propose", "draw", "propose"}));
    m.store->undo();
    m.store->redo();
    m.propose(0, {1, 1, 1});
    CHECK_EQ(m.store->edits().size(), 5U);
    m.store->undo();
    CHECK(m.store->proposal(m.a, 0, kLiver)->mask == tinyMask({1, 1}));
    m.store->undo();
    m.store->undo();
    CHECK(m.store->proposal(m.a, 0, kLiver)->mask == tinyMask({1}));
}

TEST(edits_that_cancel_out_leave_nothing_to_undo) {
    Merging m;
    m.propose(0, {1});
    m.store->transact({.name = "take back", .tool = "live", .merge = "live"},
                      [&](ProjectWriter& w) { w.removeProposal(m.a, 0, kLiver); });
    CHECK(m.names() == Merging::Names{"edit"});
    m.propose(1, {1});
    CHECK(m.names() == (Merging::Names{"edit", "propose"}));
}

TEST(what_failed_is_no_part_of_a_row) {
    Merging m;
    m.propose(0, {1});
    CHECK_ERROR("slice.range", m.propose(99, {1}));
    m.propose(1, {1});
    CHECK_EQ(m.store->edits().size(), 2U);
    m.store->undo();
    CHECK(m.store->proposals(m.a).empty());
}

}  // namespace
