#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/labels/label_table.h"

namespace protolabel::workflow {

enum class LabelTableFormat { ItkSnap, NnUnet, Slicer, Json };
std::string_view toString(LabelTableFormat format);  ///< "ITK-SNAP label descriptions", ..., for people

struct LabelTable {
    LabelTableFormat format = LabelTableFormat::Json;
    std::vector<labels::Label> labels;  ///< in the order of the file; background (0) left out; names unique
    std::vector<std::string> notes;  ///< what was changed: "label 7 is called liver, as label 2; it is now liver (7)"
};

/// Reads a label table of any format (see label_tables.h), told by its content: ITK-SNAP's descriptions, nnU-Net's dataset.json (versions
/// 1 and 2), 3D Slicer's colour tables (.ctbl, .txt) and labels.json. Missing colours are labels::defaultColor. Throws Error
/// "labels.table" that names file and line (of JSON: the label), "labels.regions" for nnU-Net's regions, and "file.*".
LabelTable readLabelTable(const std::filesystem::path& file);

/// The same of a text; `file` is for messages.
LabelTable parseLabelTable(std::string_view text, const std::string& file);

/// What a table of this name is written as: dataset.json nnU-Net's, .json names and colours, .ctbl 3D Slicer's, others ITK-SNAP's.
LabelTableFormat labelTableFormatOf(const std::filesystem::path& file);

/// Writes a table. nnU-Net gets the labels with their own ids, as a template. Throws Error "file.write".
void writeLabelTable(const std::vector<labels::Label>& labels, LabelTableFormat format,
                     const std::filesystem::path& file);

}  // namespace protolabel::workflow
