#pragma once

#include <filesystem>
#include <optional>

#include "core/base/bytes.h"
#include "core/engine/messages.h"

namespace protolabel::workflow {

struct TrainOptions;
struct UnfinishedTraining;

/// The state of an unfinished training: the file checkpoint.plc in a project's model folder, one file so that a kill at any moment leaves
/// the older or the newer state. Layout: "PLC1", length of the JSON as uint32 little-endian, the JSON of what was asked for, the worker's state.
class Checkpoint {
public:
    explicit Checkpoint(const std::filesystem::path& folder) : file_(folder / "checkpoint.plc") {}

    /// Throws Error "file.write".
    void write(const engine::TrainRequest& request, int minimumSize, std::int64_t iteration, const Bytes& state) const;

    /// The request to go on with (spec, seed, iterations, provenance; of the volumes their names and whether they had labels), and the
    /// supervoxels' minimum size. Options may lengthen the training, end it where it is, or change its device. Throws Error "train.no_checkpoint", "train.resume" (an option contradicts
    /// the checkpoint), "train.resume_end" (fewer iterations than are done), "train.resume_seconds" (the number of iterations is known), "checkpoint.damaged".
    engine::TrainRequest resume(const TrainOptions& options, int& minimumSize) const;

    /// How far it is. Nothing where there is none, or none that can be read.
    std::optional<UnfinishedTraining> describe() const;

    bool exists() const { return std::filesystem::exists(file_); }
    Bytes state() const;  ///< what the worker wants
    void remove() const;

private:
    std::filesystem::path file_;
};

}  // namespace protolabel::workflow
