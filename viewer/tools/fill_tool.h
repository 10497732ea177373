#pragma once

#include "viewer/tools/tool.h"

namespace protolabel::viewer {

/// Fills the connected region of equal label under the pointer with the active label, on the slice or in 3-D; with Control (or when keeping to the
/// range is on) only where its values lie in the intensity range. The right button erases the region instead. Background that reaches the edge
/// of the slice (in 3-D, of the volume) is filled with Shift only: mostly a contour was not closed.
class FillTool : public Tool {
public:
    using Tool::Tool;

protected:
    bool handle(const PointerEvent& event) override;
};

}  // namespace protolabel::viewer
