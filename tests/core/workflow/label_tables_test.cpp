#include "core/workflow/label_tables.h"

#include <cmath>
#include <set>

#include "core/workflow/csv.h"
#include "core/workflow/label_presets.h"
#include "core/workflow/label_table_reader.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::test;
using namespace protolabel::workflow;

namespace {

const std::vector<labels::Label> kTwo{{LabelId{1}, "liver", {230, 159, 0}, false, true},
                                      {LabelId{7}, "left kidney", {1, 2, 3}, false, true}};

/// What is said of a table that cannot be read.
std::string complaint(const std::string& text, const char* code = "labels.table") {
    return CHECK_ERROR(code, parseLabelTable(text, "t.txt"));
}
bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

// As ITK-SNAP 4 exports it, with Windows line ends.
TEST(itk_snap_label_descriptions) {
    const auto table = parseLabelTable(
        "################################################\r\n# ITK-SnAP Label Description File\r\n"
        "    0     0    0    0        0  0  0    \"Clear Label\"\r\n"
        "    1   255    0    0        1  1  1    \"Liver \"\"left\"\r\n"
        "    5     0  255   10      0.5  0  1    \"Milz ä\"\r\n",
        "t.txt");
    CHECK(table.format == LabelTableFormat::ItkSnap);
    CHECK_EQ(table.labels.size(), 2U);
    CHECK_EQ(table.labels[0].name, "Liver \"\"left");
    CHECK(table.labels[1] == (labels::Label{LabelId{5}, "Milz ä", {0, 255, 10}, false, false}));
    CHECK(has(complaint("1 255 0 0 1 1 1 \"a\"\n# c\n\n2 256 0 0 1 1 1 \"b\""), "t.txt, line 4"));
    CHECK(has(complaint("1 255 0 0 1 1 1 \"a\"\n2 0 0 0 1 1 \"b\""), "line 2"));
    CHECK(has(complaint("1 255 0 0 1 1 1 \"a\"\n1 0 0 0 1 1 1 \"b\""), "label 1 is there twice"));
    CHECK(has(complaint("70000 255 0 0 1 1 1 \"a\""), "70000"));
    CHECK(has(complaint("1 255 0 0 1 1 1 \"\xff\""), "UTF-8"));
}

// The first lines of a table as Slicer's Colors module saves it.
TEST(slicer_colour_tables) {
    const auto table = parseLabelTable(
        "# Color table file /tmp/Table.ctbl\n# 3 values\n0 Background 0 0 0 0\n1 tissue 128 174 128 255\n"
        "12 left_upper_lobe 241 214 145 255\n",
        "t.ctbl");
    CHECK(table.format == LabelTableFormat::Slicer);
    CHECK_EQ(table.labels.size(), 2U);
    CHECK(table.labels[1] == (labels::Label{LabelId{12}, "left upper lobe", {241, 214, 145}, false, true}));
    CHECK(has(complaint("1 tissue 128 174 128 255\n2 bone 241 214 145"), "line 2"));
    CHECK(has(complaint("some text"), "line 1"));
    CHECK(has(complaint("# nothing\n0 Background 0 0 0 0\n"), "no label"));
    CHECK(has(complaint(""), "no label"));
}

TEST(nnunet_datasets) {
    const auto v2 = parseLabelTable(
        R"({"channel_names":{"0":"CT"},"labels":{"background":0,"spleen":1,"liver":2},"numTraining":3})", "d.json");
    CHECK(v2.format == LabelTableFormat::NnUnet);
    CHECK_EQ(v2.labels.size(), 2U);
    CHECK(v2.labels[0] == (labels::Label{LabelId{1}, "spleen", {230, 159, 0}, false, true}));
    CHECK(v2.labels[1].color == (labels::Color{86, 180, 233}));
    const auto v1 = parseLabelTable(R"({"labels":{"0":"background","3":"edema"}})", "d.json");
    CHECK_EQ(v1.labels.size(), 1U);
    CHECK_EQ(v1.labels[0].id.value, 3);
    CHECK_EQ(v1.labels[0].name, "edema");
    CHECK(has(complaint(R"({"labels":{"background":0,"whole tumor":[1,2,3],"core":[2,3]}})", "labels.regions"),
              "whole tumor"));
    CHECK(has(complaint(R"({"labels":{"background":0,"liver":1.5}})"), "\"liver\""));
}

TEST(own_tables) {
    const auto table = parseLabelTable("\xef\xbb\xbf" + labelsJson(kTwo), "labels.json");
    CHECK(table.format == LabelTableFormat::Json);
    CHECK(table.labels == kTwo);
    CHECK(has(complaint("{\"labels\": [\n{\"id\": 1,\n \"name\" \"liver\"}]}"), "line 3"));
    CHECK(has(complaint(R"({"labels":[{"id":1,"name":"a"},{"id":"2","name":"b"}]})"), "label 2"));
    CHECK(has(complaint(R"({"labels":[{"id":1,"name":"a","color":"red"}]})"), "#RRGGBB"));
    CHECK(has(complaint(R"({"a":1})"), "labels"));
}

TEST(names_become_unique) {
    const auto table = parseLabelTable("1 a 0 0 0 255\n2 a 0 0 0 255\n3 b 1 2 3 255\n", "t.txt");
    CHECK_EQ(table.labels[1].name, "a (2)");
    CHECK_EQ(table.notes.size(), 1U);
}

TEST(what_is_written_reads_back) {
    TemporaryFolder folder;
    for (const auto format :
         {LabelTableFormat::ItkSnap, LabelTableFormat::Slicer, LabelTableFormat::Json, LabelTableFormat::NnUnet}) {
        writeLabelTable(kTwo, format, folder / "table");
        const auto table = readLabelTable(folder / "table");
        CHECK(table.format == format);
        CHECK_EQ(table.labels.size(), 2U);
        CHECK_EQ(table.labels[1].id.value, 7);
        CHECK_EQ(table.labels[1].name, "left kidney");
        if (format != LabelTableFormat::NnUnet) CHECK(table.labels == kTwo);
    }
    CHECK(has(slicerColors(kTwo), "\n7 left_kidney 1 2 3 255\n"));
    CHECK_ERROR("file.missing", readLabelTable(folder / "none"));
}

TEST(presets_are_valid_tables) {
    for (const auto& preset : labelPresets()) {
        std::set<std::string> names;
        for (const auto& label : preset.labels) {
            CHECK(labels::isLabelName(label.name));
            CHECK(names.insert(label.name).second);
        }
        CHECK_EQ(preset.labels.front().id.value, 1);
        CHECK_EQ(preset.labels.back().id.value, static_cast<std::int64_t>(preset.labels.size()));
    }
    CHECK_EQ(labelPresets()[0].labels[0].name, "liver");
}

// RFC 4180, and what OWASP's "CSV injection" lists.
TEST(csv_cells) {
    CHECK_EQ(csvCell("liver"), "liver");
    CHECK_EQ(csvCell("a,b"), "\"a,b\"");
    CHECK_EQ(csvCell("a\"b"), "\"a\"\"b\"");
    CHECK_EQ(csvCell("a\nb"), "\"a\nb\"");
    CHECK_EQ(csvCell("=1+1"), "'=1+1");
    CHECK_EQ(csvCell("@SUM(A1,A2)"), "\"'@SUM(A1,A2)\"");
    CHECK_EQ(csvCell(-0.1), "-0.1");
    CHECK_EQ(csvCell(std::nan("")), "");
    CHECK_EQ(csvLine({"a", "", "b"}), "a,,b\r\n");
}
