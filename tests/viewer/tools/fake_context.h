#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tests/core/labels/drawing.h"
#include "viewer/tools/tool_context.h"

namespace protolabel::viewer::test {

/// A small volume without a window. 1 is liver, 2 spleen, 3 locked kidney, 4 hidden fat.
class FakeContext : public ToolContext {
public:
    struct Committed {
        std::string name, tool;
        std::vector<int> slices;  ///< along k
        double seconds;
    };

    explicit FakeContext(const labels::Grid& grid) : volume(grid), values(volume.voxels().size(), 100.0F) {}
    explicit FakeContext(const labels::test::Picture& picture) : FakeContext(labels::test::gridOf(picture)) {
        volume.voxels() = labels::test::volumeOf(picture).voxels();
    }

    labels::LabelVolume* labels() override { return open ? &volume : nullptr; }
    std::unique_lock<std::shared_mutex> lockLabels() override { return std::unique_lock(mutex); }
    labels::ScalarView image() const override { return labels::ScalarView(values.data()); }
    const std::vector<labels::Label>& labelTable() const override { return table; }
    std::optional<Message> editingBlocked() const override { return blocked; }
    std::uint16_t activeLabel() const override { return active; }
    void setActiveLabel(std::uint16_t label) override { active = label; }
    DrawSettings& settings() override { return drawing; }
    void settingsChanged() override { ++settingChanges; }
    Window window() const override { return shown; }
    void setWindow(const Window& window) override { shown = window; }
    std::vector<WindowPreset> windowPresets() const override { return {{"auto", {0, 10}}, {"wide", {-50, 50}}}; }
    void setCrosshair(const imaging::Vec3& voxel) override { crosshair = voxel; }
    void labelsChanged(const labels::Box& box) override { changed = changed.united(box); }
    void commit(const ToolEdit& edit) override {
        if (refuse) throw Error("project.full", "the disk is full; make room", {});
        std::vector<int> slices;
        for (const auto& [slice, pixels] : edit.delta.slices(volume.grid(), 2)) slices.push_back(slice);
        committed.push_back({edit.name.english(), edit.tool, slices, edit.activeSeconds});
    }
    void proposalsChosen(const labels::VoxelRuns& voxels, bool accepted) override {
        chosen.emplace_back(voxels, accepted);
    }
    void say(const std::optional<Message>& message) override {
        said = message ? message->english() : "";
        if (message) everSaid.push_back(said);
    }
    void graphicsChanged() override {}

    labels::VoxelRuns voxels(std::uint16_t label) const { return labels::runsOf(volume, label, volume.grid().box()); }

    labels::LabelVolume volume;
    std::vector<float> values;
    std::vector<labels::Label> table{{LabelId{1}, "liver", {}, false, true},
                                     {LabelId{2}, "spleen", {}, false, true},
                                     {LabelId{3}, "kidney", {}, true, true},
                                     {LabelId{4}, "fat", {}, false, false}};
    bool open = true, refuse = false;
    std::optional<Message> blocked;
    std::uint16_t active = 1;
    DrawSettings drawing;
    int settingChanges = 0;
    Window shown{0, 256};
    imaging::Vec3 crosshair{-1, -1, -1};
    labels::Box changed;
    std::vector<Committed> committed;
    std::vector<std::pair<labels::VoxelRuns, bool>> chosen;
    std::string said;
    std::vector<std::string> everSaid;
    std::shared_mutex mutex;
};

/// Plays events of one view; 10 device pixels a voxel.
class Pointer {
public:
    Pointer(EventFilter& filter, const labels::Grid& grid, labels::Plane plane)
        : filter_(filter), grid_(grid), plane_(plane) {}

    Spot spot(double x, double y) const {
        Spot spot{10 * x, 10 * y, plane_.axis, {}, false};
        spot.voxel[static_cast<std::size_t>(plane_.axis)] = plane_.slice;
        spot.voxel[static_cast<std::size_t>(plane_.xAxis())] = x;
        spot.voxel[static_cast<std::size_t>(plane_.yAxis())] = y;
        spot.inside =
            x >= -0.5 && y >= -0.5 && x < grid_.size[plane_.xAxis()] - 0.5 && y < grid_.size[plane_.yAxis()] - 0.5;
        return spot;
    }
    bool press(double x, double y, Button button = Button::Left, PointerAction action = PointerAction::Press) {
        held_ |= static_cast<std::uint8_t>(button);
        return send(action, x, y, button);
    }
    bool move(double x, double y) { return send(PointerAction::Move, x, y, Button::None); }
    bool release(double x, double y, Button button = Button::Left) {
        held_ &= static_cast<std::uint8_t>(~static_cast<unsigned>(button));
        return send(PointerAction::Release, x, y, button);
    }
    void click(double x, double y, Button button = Button::Left) {
        press(x, y, button);
        release(x, y, button);
    }
    void loseRelease() { held_ = 0; }
    bool key(Key key, std::string text = "") { return filter_.key({key, std::move(text), {}, true, false}); }
    bool wheel(double steps, Modifiers with = {}) { return filter_.wheel({spot(0, 0), steps, with}); }
    void on(labels::Plane plane) { plane_ = plane; }

    Modifiers modifiers;
    PointerDevice device = PointerDevice::Mouse;
    double pressure = 1;

private:
    bool send(PointerAction action, double x, double y, Button button) {
        return filter_.pointer({action, spot(x, y), button, held_, modifiers, device, pressure, time_ += 100});
    }

    EventFilter& filter_;
    labels::Grid grid_;
    labels::Plane plane_;
    std::uint8_t held_ = 0;
    std::uint64_t time_ = 0;
};

}  // namespace protolabel::viewer::test
