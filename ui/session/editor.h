#pragma once

#include <QObject>
#include <QString>
#include <map>
#include <memory>
#include <optional>

#include "core/project/changes.h"
#include "viewer/tools/tool.h"

namespace protolabel::ui {

class Workspace;

/// Range chooses the intensity range once and gives way to the tool before.
enum class ToolKind { Navigate, Brush, Erase, Proposals, Outline, Fill, Window, Pick, Range };

/// The tools and what they work with: the active label and the settings of drawing. Implements the tools' view of the window; stores what they
/// draw. UI thread.
class Editor : public QObject, private viewer::ToolContext {
    Q_OBJECT

public:
    explicit Editor(Workspace& workspace);
    ~Editor() override;

    void setTool(ToolKind kind);
    ToolKind tool() const { return kind_; }
    void swapTool();  ///< the one used before
    bool busy() const;
    void settle();      ///< commits the voxels of a stroke under way
    void cancel();      ///< takes back what is being drawn
    void stepBack();    ///< its last corner; all of it where there are none
    bool takeCorner();  ///< takes back its last corner; returns whether there was one
    /// What the viewer shows the input to; never throws.
    viewer::EventFilter& filter();
    viewer::Graphics graphics(int axis, int slice) const;

    LabelId label() const { return label_; }  ///< 0 when none is chosen
    void chooseLabel(LabelId id);
    void stepLabel(int by);  ///< the next in the table, around its ends
    void swapLabel();        ///< with the one chosen before

    const viewer::DrawSettings& drawing() const { return settings_; }
    void setDrawing(const viewer::DrawSettings& settings);

    /// One command over the annotation of the shown volume (smooth, interpolate, ...): `change` edits through the session and what it changed is
    /// stored as one undo entry called `name`. Nothing is stored when nothing changed. Returns how many voxels. Throws Error, what `change` throws too;
    /// everything is taken back then.
    std::int64_t apply(const QString& name, const std::string& tool,
                       const std::function<void(labels::EditSession& session)>& change, const labels::EditRules& rules);
    labels::EditRules rules() const;  ///< of the settings
    std::optional<viewer::Message> editingBlocked() const override;

signals:
    void toolChanged(protolabel::ui::ToolKind kind);
    void labelChanged();
    void drawingChanged();
    void graphicsOutdated();
    void said(const QString& text);  ///< at the pointer; empty: take it away
    void crosshairWanted(const protolabel::imaging::Vec3& voxel);
    void windowWanted(const protolabel::viewer::Window& window);

private:
    class Filter;
    viewer::Tool& current() const { return *tools_.at(kind_); }

    labels::LabelVolume* labels() override;
    std::unique_lock<std::shared_mutex> lockLabels() override;
    labels::ScalarView image() const override;
    const std::vector<labels::Label>& labelTable() const override;
    std::uint16_t activeLabel() const override { return static_cast<std::uint16_t>(label_.value); }
    void setActiveLabel(std::uint16_t label) override { chooseLabel(LabelId{label}); }
    viewer::DrawSettings& settings() override { return settings_; }
    void settingsChanged() override { emit drawingChanged(); }
    viewer::Window window() const override;
    void setWindow(const viewer::Window& window) override { emit windowWanted(window); }
    std::vector<viewer::WindowPreset> windowPresets() const override;
    void setCrosshair(const imaging::Vec3& voxel) override { emit crosshairWanted(voxel); }
    void labelsChanged(const labels::Box& box) override;
    void commit(const viewer::ToolEdit& edit) override;
    void proposalsChosen(const labels::VoxelRuns& voxels, bool accepted) override;
    void say(const std::optional<viewer::Message>& message) override;
    void graphicsChanged() override { emit graphicsOutdated(); }

    void followProject();
    void follow(const project::Changes& changes);

    Workspace& workspace_;
    viewer::DrawSettings settings_;
    LabelId label_, labelBefore_;
    ToolKind kind_ = ToolKind::Navigate, kindBefore_ = ToolKind::Brush;
    std::map<ToolKind, std::unique_ptr<viewer::Tool>> tools_;
    std::unique_ptr<Filter> filter_;
};

}  // namespace protolabel::ui
