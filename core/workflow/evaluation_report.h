#pragma once

#include <filesystem>
#include <string>

#include "core/labels/image2d.h"
#include "core/labels/label_table.h"
#include "core/workflow/evaluation.h"

/// An evaluation as a table and as a picture.
namespace protolabel::workflow {

/// One row per entry, fold, label, volume and protocol ("papers", "whole_volume"), with the metrics' keys as columns; a value that is not
/// defined is left empty. RFC 4180.
std::string csvOf(const EvaluationOutcome& outcome);

/// Panels below each other: Dice per label as boxes over volumes; where there are several variants, their Dice over labels and
/// volumes; where at least three differ in alpha only, the curve over alpha; where there are snapshots, the curve over iterations.
labels::Image2D<labels::Color> plotOf(const EvaluationOutcome& outcome);

/// Write those. Throw Error "file.write", "png.write".
void writeCsv(const EvaluationOutcome& outcome, const std::filesystem::path& file);
void writePlot(const EvaluationOutcome& outcome, const std::filesystem::path& file);

}  // namespace protolabel::workflow
