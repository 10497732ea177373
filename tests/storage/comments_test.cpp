#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::storage;
using namespace protolabel::test;

TEST(comments_are_kept_with_author_and_time) {
    TemporaryFolder folder;
    VolumeId a;
    CommentId first;
    {
        auto store = newProject(folder / "p.plb", &a);
        edit(*store, [&](ProjectWriter& w) {
            w.putComment({.volume = a, .slice = 3, .author = "B", .when = "2030-01-02T03:04:05Z", .text = "later"});
            first = w.putComment({.volume = a, .slice = 1, .label = LabelId{2}, .author = "B", .text = "spleen?"});
            w.putComment({.volume = a, .text = "blurred"});
        });
    }
    auto store = openProject(folder / "p.plb");
    auto comments = store->comments();
    CHECK_EQ(comments.size(), 3u);
    CHECK(!comments[0].slice && !comments[0].label);  // on the whole volume: first
    CHECK(!comments[0].author.empty() && comments[0].when.size() == 20);
    CHECK_EQ(comments[1].text, "spleen?");
    CHECK_EQ(*comments[1].slice, 1);
    CHECK_EQ(comments[1].label.value, 2);
    CHECK_EQ(comments[2].author, "B");
    CHECK_EQ(comments[2].when, "2030-01-02T03:04:05Z");

    comments[1].resolved = true;
    edit(*store, [&](ProjectWriter& w) { CHECK(w.putComment(comments[1]) == first); });
    CHECK(store->comments()[1].resolved);
    CHECK_EQ(store->comments().size(), 3u);
    edit(*store, [&](ProjectWriter& w) { w.removeComment(first); });
    CHECK_EQ(store->comments().size(), 2u);
}

TEST(comments_are_undone_and_told) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    int told = 0;
    store->onChanged([&](const Changes& changes) { told += changes.comments && !changes.empty(); });
    edit(*store, [&](ProjectWriter& w) { w.putComment({.volume = a, .slice = 0, .text = "x"}); });
    store->undo();
    CHECK(store->comments().empty());
    store->redo();
    CHECK_EQ(store->comments().size(), 1u);
    CHECK_EQ(told, 3);
}

TEST(comments_follow_their_volume_and_label) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& w) { w.putComment({.volume = a, .slice = 0, .label = LabelId{1}, .text = "x"}); });
    edit(*store, [&](ProjectWriter& w) { w.removeLabel(LabelId{1}); });
    CHECK(!store->comments().at(0).label);  // what was said stays
    auto turned = store->volumes()[0];
    turned.sliceAxis = 0;
    CHECK_ERROR("volume.axis", edit(*store, [&](ProjectWriter& w) { w.updateVolume(turned); }));
    edit(*store, [&](ProjectWriter& w) { w.removeVolume(a); });
    CHECK(store->comments().empty());
}

TEST(comments_that_fit_nowhere) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    const auto put = [&](const Comment& comment) { edit(*store, [&](ProjectWriter& w) { w.putComment(comment); }); };
    CHECK_ERROR("comment.empty", put({.volume = a, .slice = 0}));
    CHECK_ERROR("slice.range", put({.volume = a, .slice = 5, .text = "x"}));
    CHECK_ERROR("label.unknown", put({.volume = a, .label = LabelId{9}, .text = "x"}));
    CHECK_ERROR("volume.unknown", put({.volume = VolumeId{9}, .text = "x"}));
    CHECK(store->comments().empty());
}

TEST(comments_are_by_whom_the_edit_is) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    store->setAuthor("ada");
    edit(*store, [&](ProjectWriter& w) { w.putComment({.volume = a, .text = "x"}); });
    store->transact({.name = "Comment", .tool = "test", .author = "bob"},
                    [&](ProjectWriter& w) { w.putComment({.volume = a, .text = "y"}); });
    const auto comments = store->comments();
    CHECK_EQ(comments.at(0).author, "ada");
    CHECK_EQ(comments.at(1).author, "bob");
}
