#include <cstdio>
#include <fstream>
#include <limits>

#include "storage/project_file.h"
#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::test;

namespace {

std::string loginByShell() {
    char name[256] = {};
    auto* output = ::popen("id -un", "r");
    if (output == nullptr || std::fscanf(output, "%255s", name) != 1) name[0] = 0;
    if (output != nullptr) ::pclose(output);
    return name;
}

}  // namespace

TEST(everything_reads_back_after_reopening) {
    TemporaryFolder folder;
    VolumeId volume;
    VolumeRecord record = tinyVolume("Bauch Ä 1", folder / "sub dir/Bild ü.nii.gz");
    record.source.seriesUid = "1.2.840";
    record.source.frame = 2;
    record.source.frames = 7;
    record.contentHash = "abc";
    record.geometry.spacing = {0.1, 0.2, 1.0 / 3};
    record.type = imaging::ScalarType::Float64;
    record.modality = imaging::Modality::MR;
    record.window = {-125.5, 275};
    record.notes = {"sform and qform disagree", "4-D: frame 2"};
    Support support{{}, {}, 3, LabelId{7}, 0.5, false};
    Proposal proposal{{},   2,      LabelId{7},       tinyMask({0, 1, 1}),         0.75,
                      0.25, "cafe", "{\"alpha\":20}", {SupportId{4}, SupportId{9}}};
    const ModelRecord model{
        "cafe", "sqpfnet", "resnet18", 1000, std::numeric_limits<double>::quiet_NaN(), "2024-01-01T00:00:00Z", "{}"};
    const labels::Label liver{LabelId{7}, "Leber", {1, 2, 3}, true, false};
    {
        auto store = storage::createProject(folder / "p.plb");
        edit(*store, [&](ProjectWriter& writer) {
            volume = support.volume = proposal.volume = writer.addVolume(record);
            writer.putLabel(liver);
            writer.putAnnotation(volume, 1, tinySlice({0, 7, 7, 7}), {true, false, "beef"});
            writer.putReviewState(volume, 4, ReviewState::Flagged);
            support.id = writer.putSupport(support);
            writer.putProposal(proposal);
            writer.putModel(model);
            writer.putSetting("worker.command", "ssh gpu protolabel-worker");
        });
    }
    auto store = storage::openProject(folder / "p.plb");
    const auto volumes = store->volumes();
    CHECK_EQ(volumes.size(), 1u);
    CHECK_EQ(volumes[0].name, record.name);
    CHECK(volumes[0].source == record.source);
    CHECK_EQ(volumes[0].contentHash, "abc");
    CHECK(volumes[0].geometry == record.geometry);
    CHECK(volumes[0].type == record.type && volumes[0].modality == record.modality);
    CHECK(volumes[0].window == record.window);
    CHECK(volumes[0].notes == record.notes);
    CHECK(store->labels() == std::vector{liver});

    CHECK(store->annotatedSlices(volume) == std::vector{1});
    CHECK(store->slicesShowing(volume, LabelId{7}) == std::vector{1});
    CHECK(store->slicesShowing(volume, LabelId{8}).empty());
    CHECK(store->annotation(volume, 1) == tinySlice({0, 7, 7, 7}));
    CHECK(!store->annotation(volume, 2));
    const auto source = store->annotationSource(volume, 1);
    CHECK(source.drawn && !source.accepted);
    CHECK_EQ(source.model, "beef");
    CHECK(store->annotationCounts(volume) == (std::vector<std::pair<LabelId, std::int64_t>>{{LabelId{7}, 3}}));
    CHECK(store->reviewState(volume, 4) == ReviewState::Flagged);
    CHECK(store->reviewState(volume, 1) == ReviewState::Untouched);

    const auto supports = store->supports();
    CHECK_EQ(supports.size(), 1u);
    CHECK(supports[0].id == support.id && supports[0].slice == 3 && supports[0].weight == 0.5 && !supports[0].enabled);
    const auto infos = store->proposals(volume);
    CHECK_EQ(infos.size(), 1u);
    CHECK(infos[0].pixels == 2 && infos[0].confidence == 0.75 && infos[0].distance == 0.25 &&
          infos[0].supports == proposal.supports);
    const auto read = store->proposal(volume, 2, LabelId{7});
    CHECK(read && read->mask == proposal.mask && read->parameters == proposal.parameters && read->model == "cafe");
    CHECK(read->supports == proposal.supports);
    CHECK(!store->proposal(volume, 3, LabelId{7}));
    CHECK_EQ(store->models().size(), 1u);
    CHECK(std::isnan(store->models()[0].loss));
    CHECK_EQ(store->setting("worker.command").value(), "ssh gpu protolabel-worker");
    CHECK(!store->setting("other"));
}

TEST(edits_say_who_and_when) {
    TemporaryFolder folder;
    auto store = storage::createProject(folder / "p.plb");
    EditInfo info{"label liver", "labels", "", 2.5, "{}"};
    const auto id = store->transact(info, [](ProjectWriter& writer) { writer.putLabel(label(1, "liver")); });
    const auto edits = store->edits();
    CHECK_EQ(edits.size(), 1u);
    CHECK(edits[0].id == id && !edits[0].undone);
    CHECK_EQ(edits[0].info.author, loginByShell());
    CHECK_EQ(edits[0].info.activeSeconds, 2.5);
    CHECK_EQ(edits[0].when.size(), std::string("2024-01-01T00:00:00Z").size());
    CHECK(edits[0].when[10] == 'T' && edits[0].when.back() == 'Z' && edits[0].when > "2024");

    store->setAuthor("anna");
    store->transact({.name = "lock", .tool = "labels"}, [](ProjectWriter& w) { w.putLabel(label(2, "spleen")); });
    CHECK_EQ(store->edits().back().info.author, "anna");
    store->transact({.name = "lock", .tool = "labels", .author = "ben"},
                    [](ProjectWriter& w) { w.putLabel(label(3, "kidney")); });
    CHECK_EQ(store->edits().back().info.author, "ben");
}

TEST(writes_are_checked_against_the_project) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    const auto write = [&](const std::function<void(ProjectWriter&)>& f) { edit(*store, f); };
    const auto slice = tinySlice({1});
    CHECK_ERROR("volume.name", write([](auto& w) { w.addVolume(tinyVolume("a")); }));
    CHECK_ERROR("label.name", write([](auto& w) { w.putLabel(label(3, "liver")); }));
    CHECK_ERROR("label.id", write([](auto& w) { w.putLabel(label(65536, "big")); }));
    CHECK_ERROR("volume.unknown", write([&](auto& w) { w.putAnnotation(VolumeId{99}, 0, slice, {}); }));
    CHECK_ERROR("slice.range", write([&](auto& w) { w.putAnnotation(a, 5, slice, {}); }));
    CHECK_ERROR("slice.range", write([&](auto& w) { w.putReviewState(a, -1, ReviewState::Flagged); }));
    CHECK_ERROR("mask.size", write([&](auto& w) { w.putAnnotation(a, 0, labels::LabelSlice(3, 4), {}); }));
    CHECK_ERROR("label.unknown", write([&](auto& w) { w.putAnnotation(a, 0, tinySlice({9}), {}); }));
    CHECK_ERROR("label.unknown", write([&](auto& w) { w.putSupport({{}, a, 0, LabelId{9}}); }));
    CHECK_ERROR("proposal.values", write([&](auto& w) {
                    w.putProposal({a, 0, LabelId{1}, tinyMask({1}), std::nan(""), 0, "", "", {}});
                }));
    CHECK_EQ(store->edits().size(), 1u);

    write([&](auto& w) { w.putAnnotation(a, 0, slice, {}); });
    auto turned = store->volumes()[0];
    turned.sliceAxis = 0;
    CHECK_ERROR("volume.axis", write([&](auto& w) { w.updateVolume(turned); }));
    write([&](auto& w) { w.putAnnotation(a, 0, tinySlice({}), {}); });
    CHECK(store->annotatedSlices(a).empty());
    write([&](auto& w) { w.updateVolume(turned); });
    CHECK_EQ(store->volumes()[0].sliceAxis, 0);
}

TEST(a_support_or_proposal_replaces_its_predecessor) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    SupportId first;
    SupportId second;
    edit(*store, [&](ProjectWriter& writer) {
        first = writer.putSupport({{}, a, 0, LabelId{1}, 1, true});
        second = writer.putSupport({{}, a, 0, LabelId{1}, 2, true});
        writer.putSupport({{}, a, 0, LabelId{2}, 1, true});
        writer.putProposal({a, 1, LabelId{1}, tinyMask({1}), 0.1, 0, "m", "", {}});
        writer.putProposal({a, 1, LabelId{1}, tinyMask({1, 1}), 0.2, 0, "n", "", {}});
    });
    CHECK(first == second);
    CHECK_EQ(store->supports().size(), 2u);
    CHECK_EQ(store->supports()[0].weight, 2);
    CHECK_EQ(store->proposals(a).size(), 1u);
    CHECK_EQ(store->proposals(a)[0].model, "n");
    CHECK_EQ(labels::countNonZero(store->proposal(a, 1, LabelId{1})->mask), 2);
}

TEST(removing_a_label_removes_its_voxels_supports_and_proposals) {
    TemporaryFolder folder;
    VolumeId a;
    auto store = newProject(folder / "p.plb", &a);
    edit(*store, [&](ProjectWriter& writer) {
        writer.putAnnotation(a, 0, tinySlice({1, 1, 2}), {});
        writer.putAnnotation(a, 1, tinySlice({1}), {});
        writer.putSupport({{}, a, 0, LabelId{1}});
        writer.putProposal({a, 1, LabelId{1}, tinyMask({1}), 0.1, 0, "m", "", {}});
    });
    edit(*store, [&](ProjectWriter& writer) { writer.removeLabel(LabelId{1}); });
    CHECK(store->annotation(a, 0) == tinySlice({0, 0, 2}));
    CHECK(store->annotatedSlices(a) == std::vector{0});
    CHECK(store->supports().empty() && store->proposals(a).empty());
    CHECK_EQ(store->labels().size(), 1u);
    store->undo();
    CHECK(store->annotation(a, 1) == tinySlice({1}));
    CHECK_EQ(store->supports().size(), 1u);
    CHECK(store->proposal(a, 1, LabelId{1}).has_value());
}

TEST(project_and_images_move_together) {
    TemporaryFolder folder;
    const auto before = folder / "vorher: 100% neu?#";
    const auto after = folder / "später";
    std::filesystem::create_directories(before / "images");
    std::ofstream(before / "images/a.nii") << "x";
    const auto elsewhere = std::filesystem::path("/no-such-root/b.nii");
    {
        auto store = storage::createProject(before / "p.plb");
        edit(*store, [&](ProjectWriter& writer) {
            writer.addVolume(tinyVolume("a", before / "images/a.nii"));
            writer.addVolume(tinyVolume("b", elsewhere));
        });
        CHECK_EQ(store->volumes()[0].source.path, before / "images/a.nii");
    }
    std::filesystem::rename(before, after);
    auto store = storage::openProject(after / "p.plb");
    CHECK_EQ(store->volumes()[0].source.path, after / "images/a.nii");
    CHECK(std::filesystem::exists(store->volumes()[0].source.path));
    CHECK_EQ(store->volumes()[1].source.path, elsewhere);
}

TEST(models_are_kept_beside_the_project) {
    TemporaryFolder folder;
    auto store = newProject(folder / "p.plb");
    CHECK(!std::filesystem::exists(folder / "p.plb.models"));
    CHECK_EQ(store->modelFolder(), folder / "p.plb.models");
    CHECK(std::filesystem::is_directory(folder / "p.plb.models"));
}

TEST(counts_of_all_volumes_at_once) {
    TemporaryFolder folder;
    VolumeId a;
    VolumeId b;
    auto store = newProject(folder / "p.plb", &a);
    CHECK(store->counts().empty());
    edit(*store, [&](ProjectWriter& w) {
        b = w.addVolume(tinyVolume("b"));
        w.addVolume(tinyVolume("untouched"));
        w.putAnnotation(a, 0, tinySlice({1, 1, 2}), {});
        w.putAnnotation(a, 3, tinySlice({1}), {});
        w.putReviewState(a, 3, ReviewState::Corrected);
        w.putReviewState(b, 1, ReviewState::Flagged);
        w.putReviewState(b, 4, ReviewState::Flagged);
        w.putProposal({b, 1, LabelId{2}, tinyMask({1}), 0.5, 0, "m", "", {}});
    });
    const auto counts = store->counts();
    CHECK_EQ(counts.size(), 2U);
    const auto& ofA = counts.at(a);
    CHECK_EQ(ofA.annotatedSlices, 2);
    CHECK((ofA.voxels == std::map<LabelId, std::int64_t>{{LabelId{1}, 3}, {LabelId{2}, 1}}));
    CHECK((ofA.states == std::map<ReviewState, int>{{ReviewState::Corrected, 1}}));
    CHECK(ofA.proposals.empty());
    CHECK((counts.at(b).states == std::map<ReviewState, int>{{ReviewState::Flagged, 2}}));
    CHECK((counts.at(b).proposals == std::map<LabelId, int>{{LabelId{2}, 1}}));
    CHECK((store->reviewStates(b) == std::map<int, ReviewState>{{1, ReviewState::Flagged}, {4, ReviewState::Flagged}}));
    CHECK(store->reviewStates(VolumeId{99}).empty());
}
