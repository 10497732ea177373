#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/id.h"
#include "core/imaging/volume_reader.h"
#include "core/labels/image2d.h"
#include "core/labels/label_table.h"

/// What a project holds. Plain values; ProjectStore keeps them.
namespace protolabel::project {

/// Names a model file: SHA-256 of its bytes.
using ModelHash = std::string;

struct VolumeRecord {
    VolumeId id;
    std::string name;              ///< unique in the project
    imaging::VolumeSource source;  ///< `path` absolute in memory; stored relative to the project file
    std::string contentHash;       ///< imaging::contentHash at import
    imaging::Geometry geometry;
    imaging::ScalarType type = imaging::ScalarType::Int16;
    imaging::Modality modality = imaging::Modality::Unknown;
    int sliceAxis = 2;
    std::optional<std::pair<double, double>> window;  ///< overrides the automatic intensity range
    std::vector<std::string> notes;                   ///< of reading
};

/// How far a slice of one volume has come. Stored only when not Untouched.
/// Confirmed: a second reader agrees.
enum class ReviewState { Untouched, Proposed, Corrected, Accepted, Flagged, Confirmed };
std::string_view toString(ReviewState state);

/// A slice completely annotated for one label; the model learns from it.
struct Support {
    SupportId id;
    VolumeId volume;
    int slice = 0;
    LabelId label;
    double weight = 1;
    bool enabled = true;
};

/// A predicted mask of one label on one slice.
struct Proposal {
    VolumeId volume;
    int slice = 0;
    LabelId label;
    labels::Mask mask;      ///< native slice grid
    double confidence = 0;  ///< 0..1, see engine::SlicePrediction
    double distance = 0;    ///< to the supports, 0 = like them; see engine::SlicePrediction
    ModelHash model;
    std::string parameters;           ///< JSON: method, alpha, regions, background, ...
    std::vector<SupportId> supports;  ///< it was made from
};

/// A proposal without its mask, for lists.
struct ProposalInfo {
    VolumeId volume;
    int slice = 0;
    LabelId label;
    double confidence = 0;
    double distance = 0;
    std::int64_t pixels = 0;
    ModelHash model;
    std::string parameters;           ///< see Proposal
    std::vector<SupportId> supports;  ///< see Proposal
};

struct ModelRecord {
    ModelHash hash;
    std::string method;   ///< "sqpfnet", ...
    std::string encoder;  ///< "resnet18", ...
    std::int64_t iterations = 0;
    double loss = 0;
    std::string created;     ///< ISO 8601, UTC
    std::string provenance;  ///< JSON: seed, training volumes' hashes, options, parent
};

/// Who did what: becomes one named undo entry.
struct EditInfo {
    std::string name;         ///< shown in the undo menu: "accept liver on 36 slices"
    std::string tool;         ///< "brush", "import", "accept", ...
    std::string author = {};  ///< empty: ProjectStore::setAuthor
    double activeSeconds = 0;
    std::string details = {};  ///< JSON or empty; of accepted proposals their model, parameters and supports
    /// An edit that follows one of the same key, with nothing between, becomes one with it: the last name and details, all active seconds, one
    /// undo. Empty: a step of its own. The key is forgotten when the project is closed.
    std::string merge = {};
};

struct EditRecord {
    EditId id;
    EditInfo info;
    std::string when;  ///< ISO 8601, UTC
    bool undone = false;
    bool undoable = true;  ///< undo (where undone: redo) can go back (forth) as far as this; see kUndoLimitSetting
};

/// The project's setting of how many bytes its undo records may take in the file; the oldest beyond it lose their undo (never the last
/// edit) and stay as a record of who did what.
inline constexpr const char* kUndoLimitSetting = "undo.limit_bytes";
inline constexpr std::int64_t kUndoLimitDefault = 500'000'000;

/// What a reader has to say about a volume, one of its slices, or one label there.
struct Comment {
    CommentId id = {};
    VolumeId volume = {};
    std::optional<int> slice = {};  ///< none: the whole volume
    LabelId label = {};             ///< none: all labels
    std::string author = {};        ///< empty when written: the edit's
    std::string when = {};          ///< ISO 8601, UTC; empty when written: now
    bool resolved = false;
    std::string text = {};
};

/// How far one volume is, without any mask decoded.
struct VolumeCounts {
    int annotatedSlices = 0;
    std::map<LabelId, std::int64_t> voxels;  ///< annotated, per label
    std::map<LabelId, int> proposals;        ///< slices with one, per label
    std::map<ReviewState, int> states;       ///< slices per state, Untouched left out
};

/// Where the voxels of an annotated slice came from.
struct AnnotationSource {
    bool drawn = false;     ///< some voxel drawn or imported by hand
    bool accepted = false;  ///< some voxel accepted from a proposal
    ModelHash model;        ///< of the last accepted proposal
    bool operator==(const AnnotationSource&) const = default;
};

}  // namespace protolabel::project
