#pragma once

#include <filesystem>
#include <string>

#include "core/labels/image2d.h"
#include "core/labels/label_table.h"
#include "core/workflow/effort.h"

/// Annotation effort as a table and as a picture.
namespace protolabel::workflow {

/// "interpolation alone", "with proposals", ...: for tables and legends.
std::string titleOf(EffortArm arm);

/// One row per volume, label and arm: slices drawn until each goal, Dice after each slice. RFC 4180.
std::string csvOf(const EffortOutcome& outcome);

/// Mean Dice over the number of drawn slices, and slices until 0.90 per label as boxes over volumes.
labels::Image2D<labels::Color> plotOf(const EffortOutcome& outcome);

/// Write those. Throw Error "file.write", "png.write".
void writeCsv(const EffortOutcome& outcome, const std::filesystem::path& file);
void writePlot(const EffortOutcome& outcome, const std::filesystem::path& file);

}  // namespace protolabel::workflow
