#include "core/workflow/export.h"

#include <fstream>
#include <set>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/workflow/annotate.h"
#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;
using workflow::ExportFormat;
using workflow::ExportOptions;
namespace fs = std::filesystem;

static std::string text(const fs::path& file) {
    std::ostringstream out;
    out << std::ifstream(file).rdbuf();
    return out.str();
}

static ExportOptions to(const fs::path& folder, ExportFormat format = ExportFormat::Nifti) {
    ExportOptions options;
    options.folder = folder;
    options.format = format;
    return options;
}

TEST(a_volume_without_annotation_gives_an_empty_file_and_a_note) {
    BlocksProject p;
    const auto outcome = exportVolumes(*p.store, to(p.folder / "out"), p.control);
    CHECK_EQ(outcome.files.size(), 2U);
    CHECK_EQ(outcome.files[0].voxels, 288);
    CHECK_EQ(outcome.files[1].voxels, 0);
    CHECK_EQ(outcome.notes.size(), 1U);
    const auto written = readScan(outcome.files[0].path);
    const auto truth = blocksTruth(0);
    for (int z = 0; z < 8; ++z)
        for (int y = 0; y < 64; ++y)
            for (int x = 0; x < 64; ++x) CHECK_EQ(written.at(x, y, z), z == 3 ? truth.at(x, y, z) : 0);
    CHECK_EQ(nlohmann::json::parse(text(p.folder / "out/labels.json")).at("labels")[1].at("name").get<std::string>(),
             "small");
}

TEST(nnunet_gets_consecutive_numbers_and_its_images) {
    BlocksProject p;
    p.store->transact(named("label"), [](project::ProjectWriter& writer) {
        writer.removeLabel(LabelId{1});
        writer.putLabel({LabelId{600}, "right ventricle", {}, false, true});
    });
    workflow::AnnotateOptions drawing;
    drawing.volume = "b";
    drawing.mask = p.folder / "a_truth.nii";
    drawing.label = "600";
    drawing.value = 1;
    workflow::annotate(*p.store, drawing, p.control);
    const auto outcome = exportVolumes(*p.store, to(p.folder / "Dataset001 x", ExportFormat::NnUnet), p.control);
    const auto dataset = nlohmann::json::parse(text(p.folder / "Dataset001 x/dataset.json"));
    CHECK_EQ(dataset.at("labels").at("background").get<int>(), 0);
    CHECK_EQ(dataset.at("labels").at("small").get<int>(), 1);
    CHECK_EQ(dataset.at("labels").at("right ventricle").get<int>(), 2);
    CHECK_EQ(dataset.at("numTraining").get<int>(), 2);
    CHECK_EQ(dataset.at("file_ending").get<std::string>(), ".nii.gz");
    CHECK_EQ(dataset.at("channel_names").at("0").get<std::string>(), "MRI");
    CHECK_EQ(outcome.notes.size(), 2U);  // two labels have other numbers there
    CHECK_EQ(readScan(p.folder / "Dataset001 x/labelsTr/b.nii.gz").count(2), 6 * 144);
    const auto image = readScan(p.folder / "Dataset001 x/imagesTr/b_0000.nii.gz");
    CHECK(image.voxels == blocks(9).voxels);
    CHECK(image.sform == blocks(9).sform);

    auto both = to(p.folder / "x", ExportFormat::NnUnet);
    both.what = workflow::ExportWhat::Both;
    CHECK_ERROR("export.what", exportVolumes(*p.store, both, p.control));
}

TEST(itksnap_gets_its_label_descriptions) {
    BlocksProject p;
    exportVolumes(*p.store, to(p.folder / "out", ExportFormat::ItkSnap), p.control);
    // Columns as ITK-SNAP writes them: index, red, green, blue, opacity, visibility, mesh visibility, name.
    std::istringstream lines(text(p.folder / "out/labels.txt"));
    std::vector<std::string> found;
    for (std::string line; std::getline(lines, line);)
        if (line[0] != '#') found.push_back(line);
    CHECK_EQ(found.size(), 3U);
    int index = -1, red = -1, green = -1, blue = -1, visible = -1, mesh = -1;
    float opacity = -1;
    std::string name;
    std::istringstream(found[2]) >> index >> red >> green >> blue >> opacity >> visible >> mesh >> name;
    CHECK_EQ(index, 2);
    CHECK_EQ(green, 255);
    CHECK_EQ(red + blue, 0);
    CHECK_NEAR(opacity, 1, 0);
    CHECK_EQ(visible + mesh, 2);
    CHECK_EQ(name, "\"small\"");
}

TEST(sources_are_not_replaced) {
    BlocksProject p;
    fs::create_directory(p.folder / "gz");
    writeScan(blocks(3), p.folder / "gz/s.nii");
    CHECK_EQ(std::system(("gzip -q '" + (p.folder / "gz/s.nii").string() + "'").c_str()), 0);
    workflow::importVolumes(*p.store, {p.folder / "gz/s.nii.gz"}, {}, p.control);
    auto options = to(p.folder / "gz");
    options.volumes = {"s"};
    CHECK_ERROR("export.source", exportVolumes(*p.store, options, p.control));
    CHECK(readScan(p.folder / "gz/s.nii.gz").voxels == blocks(3).voxels);
}

TEST(exporting_again_replaces_the_old_files) {
    BlocksProject p;
    exportVolumes(*p.store, to(p.folder / "out"), p.control);
    p.draw("big", "all");
    exportVolumes(*p.store, to(p.folder / "out"), p.control);
    CHECK_EQ(readScan(p.folder / "out/a.nii.gz").count(1), 6 * 144);
    int files = 0;
    for (const auto& entry : fs::directory_iterator(p.folder / "out")) files += entry.is_regular_file() ? 1 : 0;
    CHECK_EQ(files, 3);  // two masks and the labels, nothing left over
}

TEST(files_to_replace_are_those_that_an_export_writes) {
    BlocksProject p;
    for (const auto format : {ExportFormat::Nifti, ExportFormat::Nrrd, ExportFormat::NnUnet, ExportFormat::ItkSnap}) {
        const auto options = to(p.folder / std::to_string(static_cast<int>(format)), format);
        CHECK(workflow::filesToReplace(*p.store, options).empty());
        const auto outcome = exportVolumes(*p.store, options, p.control);
        std::set<fs::path> written(outcome.others.begin(), outcome.others.end());
        for (const auto& file : outcome.files) written.insert(file.path);
        const auto replaced = workflow::filesToReplace(*p.store, options);
        CHECK(std::set<fs::path>(replaced.begin(), replaced.end()) == written);
        std::size_t there = 0;
        for (const auto& entry : fs::recursive_directory_iterator(options.folder)) there += entry.is_regular_file();
        CHECK_EQ(there, written.size());
    }
}
