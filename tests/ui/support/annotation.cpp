#include "tests/ui/support/annotation.h"

#include "tests/support/check.h"

namespace protolabel::test {

void checkAnnotation(ui::Workspace& workspace, const LabelAt& label) {
    const auto& memory = *workspace.shown()->annotation();
    const auto [width, height, slices] = memory.grid().size;
    for (int k = 0; k < slices; ++k) {
        const auto stored = workspace.project()
                                ->store()
                                .annotation(workspace.shown()->id(), k)
                                .value_or(labels::LabelSlice(width, height));
        for (int j = 0; j < height; ++j)
            for (int i = 0; i < width; ++i) {
                const int expected = label(i, j, k);
                if (expected < 0 || (expected == stored.at(i, j) && expected == memory.at({i, j, k}))) continue;
                throw Failure("voxel " + std::to_string(i) + ", " + std::to_string(j) + ", " + std::to_string(k) +
                              " should be " + std::to_string(expected) + ", is stored as " +
                              std::to_string(stored.at(i, j)) + " and shown as " +
                              std::to_string(memory.at({i, j, k})));
            }
    }
}

}  // namespace protolabel::test
