#include "ui/models/volume_list_model.h"

#include <QAbstractItemModelTester>
#include <QImage>

#include "tests/ui/support/open_project.h"
#include "ui/models/volume_filter.h"

using namespace protolabel;
using namespace protolabel::ui;

namespace {

struct Volumes {
    test::OpenProject open;
    VolumeListModel model{*open.workspace};
    VolumeFilter filter;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    QAbstractItemModelTester filterTester{&filter, QAbstractItemModelTester::FailureReportingMode::Fatal};

    Volumes() { filter.setSourceModel(&model); }
    QVariant at(const std::string& volume, int role) {
        return model.index(model.rowOf(open.volume(volume)), 0).data(role);
    }
    std::string listed() {
        std::string names;
        for (int row = 0; row < filter.rowCount(); ++row)
            names += filter.index(row, 0).data().toString().toStdString() + " ";
        return names;
    }
    void mark(const std::string& volume) {
        open.project().edit({.name = "mark", .tool = "volumes"}, [&](project::ProjectWriter& writer) {
            workflow::putVolumeMarks(writer, {{open.volume(volume)}, {}});
        });
    }
};

TEST(a_volume_has_a_size_and_a_state) {
    Volumes volumes;
    CHECK_EQ(volumes.model.rowCount(), 3);
    CHECK_EQ(volumes.at("bee", VolumeListModel::SizeRole).toString().toStdString(), "8 × 6 × 4");
    CHECK_EQ(volumes.at("bee", VolumeListModel::StateRole).toInt(), int(VolumeState::Untouched));
    CHECK(volumes.at("ant", VolumeListModel::ShownRole).toBool());
    volumes.open.show("bee");
    CHECK(!volumes.at("ant", VolumeListModel::ShownRole).toBool());
    CHECK(volumes.at("bee", VolumeListModel::ShownRole).toBool());
}

TEST(progress_counts_annotated_slices) {
    Volumes volumes;
    volumes.open.draw("bee", 0, 1, {{1, 1}, {2, 1}});
    volumes.open.draw("bee", 2, 1, {{1, 1}});
    test::waitFor("the count", [&] { return volumes.at("bee", VolumeListModel::AnnotatedRole).toInt() == 2; });
    CHECK_EQ(volumes.at("bee", VolumeListModel::ProgressRole).toDouble(), 0.5);
    CHECK_EQ(volumes.at("bee", VolumeListModel::StateRole).toInt(), int(VolumeState::InWork));
    // 3 voxels of 1 x 1 x 2 mm: 6 mm3, 0.01 ml
    CHECK(volumes.at("bee", Qt::ToolTipRole).toString().contains("liver: 3 voxels, 0.01 ml"));
    volumes.open.project().undo();
    test::waitFor("the count", [&] { return volumes.at("bee", VolumeListModel::AnnotatedRole).toInt() == 1; });
}

TEST(a_file_that_is_gone_is_seen_when_the_project_opens) {
    test::OpenProject open;
    std::filesystem::remove(open.folder / "cow.nii");
    VolumeListModel model(*open.workspace);
    const auto row = model.index(model.rowOf(open.volume("cow")), 0);
    test::waitFor("the look", [&] { return row.data(VolumeListModel::MissingRole).toBool(); });
    CHECK(!model.index(model.rowOf(open.volume("ant")), 0).data(VolumeListModel::MissingRole).toBool());
}

TEST(thumbnails_come_later) {
    Volumes volumes;
    CHECK(volumes.at("ant", Qt::DecorationRole).value<QImage>().isNull());
    test::waitFor("the thumbnail", [&] { return !volumes.at("ant", Qt::DecorationRole).value<QImage>().isNull(); });
    const auto picture = volumes.at("ant", Qt::DecorationRole).value<QImage>();
    CHECK(picture.width() <= 96 && picture.height() <= 96);
    CHECK(picture.width() > picture.height());  // 8 x 6 mm
}

TEST(marks_follow_undo) {
    Volumes volumes;
    volumes.mark("cow");
    CHECK_EQ(volumes.at("cow", VolumeListModel::StateRole).toInt(), int(VolumeState::Complete));
    volumes.open.project().undo();
    CHECK_EQ(volumes.at("cow", VolumeListModel::StateRole).toInt(), int(VolumeState::Untouched));
}

TEST(renaming_is_an_edit) {
    Volumes volumes;
    const auto ant = volumes.model.index(volumes.model.rowOf(volumes.open.volume("ant")), 0);
    CHECK(volumes.model.setData(ant, "zebra"));
    CHECK_EQ(volumes.open.project().nextUndo()->info.name, "Rename ant to zebra");
    CHECK_EQ(volumes.listed(), "bee cow zebra ");
    CHECK(!volumes.model.setData(ant, "cow"));
    CHECK(volumes.open.lastNotice().find("cow") != std::string::npos);
}

TEST(the_filter_takes_words_and_states) {
    Volumes volumes;
    volumes.open.draw("bee", 0, 1, {{1, 1}});
    volumes.mark("cow");
    test::waitFor("the count", [&] { return volumes.at("bee", VolumeListModel::AnnotatedRole).toInt() == 1; });
    using Which = VolumeFilter::Which;
    volumes.filter.setWhich(Which::InWork);
    CHECK_EQ(volumes.listed(), "bee ");
    volumes.filter.setWhich(Which::Complete);
    CHECK_EQ(volumes.listed(), "cow ");
    volumes.filter.setWhich(Which::Untouched);
    CHECK_EQ(volumes.listed(), "ant ");
    volumes.filter.setWhich(Which::Flagged);
    CHECK_EQ(volumes.listed(), "");
    volumes.open.project().edit({.name = "given", .tool = "test"}, [&](project::ProjectWriter& writer) {
        writer.putProposal({volumes.open.volume("ant"), 0, LabelId{1}, labels::Mask(8, 6, 1), 0.5, 0, "m", "", {}});
        writer.putReviewState(volumes.open.volume("cow"), 2, project::ReviewState::Flagged);
    });
    test::waitFor("the proposal", [&] { return volumes.at("ant", VolumeListModel::ProposedRole).toBool(); });
    CHECK_EQ(volumes.listed(), "cow ");  // a flagged slice
    volumes.filter.setWhich(Which::ToReview);
    CHECK_EQ(volumes.listed(), "ant ");
    volumes.filter.setWhich(Which::All);
    volumes.filter.setOrder(VolumeFilter::Order::Progress);
    CHECK_EQ(volumes.listed(), "ant cow bee ");
    volumes.filter.setOrder(VolumeFilter::Order::State);
    CHECK_EQ(volumes.listed(), "ant bee cow ");
    volumes.filter.setText("C O");
    CHECK_EQ(volumes.listed(), "cow ");
}

TEST(names_with_numbers_are_sorted_by_them) {
    Volumes volumes;
    const auto rename = [&](const char* from, const char* to) {
        CHECK(volumes.model.setData(volumes.model.index(volumes.model.rowOf(volumes.open.volume(from)), 0), to));
    };
    rename("ant", "case10");
    rename("bee", "case9");
    rename("cow", "Case1");
    CHECK_EQ(volumes.listed(), "Case1 case9 case10 ");
}

TEST(removed_volumes_go) {
    Volumes volumes;
    const VolumeId bee = volumes.open.volume("bee");
    volumes.open.project().edit({.name = "remove", .tool = "volumes"},
                                [&](project::ProjectWriter& writer) { writer.removeVolume(bee); });
    CHECK_EQ(volumes.model.rowCount(), 2);
    CHECK_EQ(volumes.model.rowOf(bee), -1);
    volumes.open.workspace->closeProject();
    CHECK_EQ(volumes.model.rowCount(), 0);
}

}  // namespace
