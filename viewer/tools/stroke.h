#pragma once

#include <optional>

#include "viewer/tools/tool_context.h"

namespace protolabel::viewer {

/// One edit of a tool from its first voxel to its commit: changes are on screen at once, and what stops them is said at the pointer.
/// A stroke that ends without finish() takes everything back.
class Stroke {
public:
    /// `name`: of the undo entry, "Brush {0}" with the label's name. `begun`: PointerEvent::time.
    Stroke(ToolContext& context, const labels::EditRules& rules, Message name, std::string tool, std::uint64_t begun);
    ~Stroke();
    Stroke(const Stroke&) = delete;
    Stroke& operator=(const Stroke&) = delete;

    void paint(const labels::VoxelRuns& runs, std::uint16_t label);
    void erase(const labels::VoxelRuns& runs, std::uint16_t label);  ///< 0: every label
    /// Commits what changed, if anything did. Throws Error of the commit after taking the changes back.
    void finish(std::uint64_t now);

private:
    template <class Write>
    void write(Write&& write);
    std::optional<Message> reason(const labels::Stopped& before, bool effective) const;

    ToolContext& context_;
    std::optional<labels::IntensityRange> range_;
    Message name_;
    std::string tool_;
    std::uint64_t begun_;
    labels::EditSession session_;
};

}  // namespace protolabel::viewer
