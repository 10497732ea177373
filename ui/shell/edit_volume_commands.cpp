#include "ui/shell/edit_volume_commands.h"

#include <QCoreApplication>
#include <cmath>

#include "ui/commands/commands.h"
#include "ui/panels/parameter_bar.h"
#include "ui/session/volume_edits.h"
#include "ui/session/workspace.h"
#include "ui/shell/edit_preview.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

namespace {

constexpr double kOneVoxel = 0;  ///< as the start of a length: the larger side of a pixel on the shown volume's slices

double voxelOnSlice(Workspace& workspace) {
    const auto& record = *workspace.shown()->record();
    const labels::Plane plane{record.sliceAxis, 0};
    const auto& spacing = record.geometry.spacing;
    return std::ceil(100 * std::max(spacing[plane.xAxis()], spacing[plane.yAxis()]) - 1e-6) / 100;
}

/// Throws where not even the nearest voxel is within `mm`.
void checkReach(Workspace& workspace, const EditScope& scope, double mm) {
    const auto& spacing = workspace.shown()->record()->geometry.spacing;
    double nearest = HUGE_VAL;
    for (int axis = 0; axis < 3; ++axis)
        if (scope.wholeVolume || axis != scope.axis)
            nearest = std::min(nearest, spacing[static_cast<std::size_t>(axis)]);
    if (mm >= nearest - 1e-6) return;
    throw Error("edit.reach", "the next voxel is {0} mm away: {1} mm changes nothing; enter at least {0} mm",
                {QString::number(nearest, 'g', 4).toStdString(), QString::number(mm, 'g', 4).toStdString()});
}

/// Adds the commands; gone afterwards but for what their actions share.
class Adder {
    Q_DECLARE_TR_FUNCTIONS(EditVolumeCommands)

public:
    Adder(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer)
        : commands_(commands),
          workspace_(workspace),
          viewer_(viewer),
          edits_(*new VolumeEdits(workspace, &commands)),
          bar_(*new ParameterBar(workspace.preferences(), viewer)),
          preview_(*new EditPreview(workspace, viewer, &commands)) {
        // What is previewed is no longer true.
        const auto again = [&bar = bar_] { bar.tellWatch(); };
        QObject::connect(&workspace, &Workspace::edited, &bar_, again);
        QObject::connect(&workspace.editor(), &Editor::labelChanged, &bar_, again);
        QObject::connect(&viewer, &viewer::ViewerWidget::positionChanged, &bar_, [again, &preview = preview_] {
            if (preview.ofOneSlice()) again();
        });
    }

    void addSliceCommands();
    void addShapeCommands();
    void addLabelCommands();

private:
    using Values = ParameterBar::Values;

    void command(const char* id, const QString& text, const QString& help, const QList<QKeySequence>& keys,
                 std::function<void()> run) {
        QAction* action = commands_.add({id, tr("Segment"), text, help, keys},
                                        [&notices = workspace_.notices(), run] { notices.guard(run); });
        const auto enable = [&workspace = workspace_, action] {
            action->setEnabled(workspace.shown() != nullptr && workspace.shown()->image() != nullptr &&
                               !workspace.project()->readOnly());
        };
        QObject::connect(&workspace_, &Workspace::shownChanged, action, enable);
        enable();
    }
    /// One that asks for its values, which are worked out when it is called.
    void asking(const char* id, const QString& text, const QString& help,
                std::function<std::vector<Parameter>()> parameters, std::function<void(const Values&)> run,
                bool previewed = false) {
        const auto watch = [&edits = edits_, &preview = preview_, run](const Values* values) {
            if (values == nullptr) {
                edits.dropPreview();
                return preview.clear();
            }
            edits.preview([&] { run(*values); }, [&preview](const auto& after) { preview.show(after); });
        };
        command(id, text + "...", help, {},
                [&bar = bar_, &notices = workspace_.notices(), id, text, help, parameters, run, watch, previewed] {
                    bar.ask(
                        id, QString(text).remove('&'), help, parameters(),
                        [&notices, run](const Values& values) { notices.guard([&] { run(values); }); },
                        previewed ? watch : std::function<void(const Values*)>());
                });
    }

    static Parameter where() {
        return {.key = "where",
                .label = tr("&In"),
                .start = "volume",
                .choices = {{tr("the volume"), "volume"}, {tr("this slice"), "slice"}}};
    }
    static Parameter which() { return {.key = "all", .label = tr("All l&abels"), .start = false}; }
    static Parameter over() { return {.key = "over", .label = tr("O&ver other labels"), .start = false}; }
    static Parameter millimetres(double start) {
        return {
            .key = "mm", .label = tr("&By"), .start = start, .low = 0.1, .high = 100, .step = 0.5, .unit = tr(" mm")};
    }
    std::function<Parameter()> other() {
        return [&workspace = workspace_] {
            Parameter parameter{.key = "other", .label = tr("&Label"), .start = 0, .remembered = false};
            for (const auto& label : workspace.project()->labels()) {
                if (label.id == workspace.editor().label()) continue;
                const auto id = static_cast<int>(label.id.value);
                if (parameter.choices.empty()) parameter.start = id;
                parameter.choices.emplace_back(QString::fromStdString(label.name), id);
            }
            if (parameter.choices.empty()) throw Error("edit.labels.one", "this needs another label; add one first");
            return parameter;
        };
    }
    std::function<EditScope()> slice(bool everyLabel = false) {
        return [&workspace = workspace_, &viewer = viewer_, everyLabel] {
            const int view = viewer.activeView();
            const int axis = view < viewer::ViewerWidget::kSurface ? view : workspace.shown()->record()->sliceAxis;
            return EditScope{
                .everyLabel = everyLabel, .axis = axis, .slice = viewer.position()[static_cast<std::size_t>(axis)]};
        };
    }
    std::function<EditScope(const Values&)> scope() {
        return [slice = slice()](const Values& values) {
            auto scope = slice();
            scope.wholeVolume = values("where").toString() == "volume";
            return scope;
        };
    }
    void copy(const char* id, const QString& text, const QString& help, const QList<QKeySequence>& keys, int by,
              bool everyLabel);

    Commands& commands_;
    Workspace& workspace_;
    viewer::ViewerWidget& viewer_;
    VolumeEdits& edits_;
    ParameterBar& bar_;
    EditPreview& preview_;
};

void Adder::copy(const char* id, const QString& text, const QString& help, const QList<QKeySequence>& keys, int by,
                 bool everyLabel) {
    command(id, text, help, keys, [&edits = edits_, &viewer = viewer_, slice = slice(everyLabel), by] {
        const auto scope = slice();
        if (const int next = scope.slice + by;
            next < 0 || next >= viewer.volume()->geometry.size[static_cast<std::size_t>(scope.axis)])
            throw Error("edit.copy", "there is no slice beyond this one");
        edits.copySlice(scope, by);
        viewer.stepSlice(scope.axis, by);
    });
}

void Adder::addSliceCommands() {
    auto& edits = edits_;
    command("segment.interpolate", tr("&Interpolate between slices"),
            tr("Fills the active label between the slices on which it is drawn"), {Qt::CTRL | Qt::Key_B},
            [&edits] { edits.interpolate({}); });
    command("segment.interpolate_all", tr("Interpolate &all labels between slices"),
            tr("Fills every label between the slices on which it is drawn"), {Qt::CTRL | Qt::SHIFT | Qt::Key_B},
            [&edits] { edits.interpolate({.everyLabel = true}); });
    copy("segment.copy_next", tr("Copy to the &next slice"),
         tr("Copies the active label to the next slice, over background only, and goes there"), {Qt::CTRL | Qt::Key_Up},
         1, false);
    copy("segment.copy_previous", tr("Copy to the &previous slice"),
         tr("Copies the active label to the previous slice, over background only, and goes there"),
         {Qt::CTRL | Qt::Key_Down}, -1, false);
    copy("segment.copy_all_next", tr("Copy all labels to the next slice"),
         tr("Copies every label to the next slice, over background only, and goes there"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_Up}, 1, true);
    copy("segment.copy_all_previous", tr("Copy all labels to the previous slice"),
         tr("Copies every label to the previous slice, over background only, and goes there"),
         {Qt::CTRL | Qt::SHIFT | Qt::Key_Down}, -1, true);
    command("segment.clear_slice", tr("&Clear the label on this slice"),
            tr("Takes the active label away from the slice in the active view"), {Qt::CTRL | Qt::Key_Delete},
            [&edits, slice = slice()] { edits.clear(slice()); });
}

void Adder::addShapeCommands() {
    /// A filter of the active label or all.
    const auto shape = [this](const char* id, const QString& text, const QString& help, std::vector<Parameter> fields,
                              std::function<void(const EditScope&, const Values&)> run) {
        fields.insert(fields.begin(), where());
        fields.push_back(which());
        asking(
            id, text, help,
            [fields, &workspace = workspace_] {
                auto asked = fields;
                for (auto& field : asked)
                    if (field.key == "mm" && field.start == kOneVoxel) field.start = voxelOnSlice(workspace);
                return asked;
            },
            [run, scope = scope()](const Values& values) {
                auto all = scope(values);
                all.everyLabel = values("all").toBool();
                run(all, values);
            },
            true);
    };
    auto& edits = edits_;
    shape("segment.smooth", tr("&Smooth"), tr("Makes the surface smoother; borders between labels stay"),
          {millimetres(1.5)},
          [&edits](const EditScope& scope, const Values& values) { edits.smooth(scope, values("mm").toDouble()); });
    shape("segment.fill_holes", tr("Fill &holes"), tr("Fills what the label encloses"), {},
          [&edits](const EditScope& scope, const Values&) { edits.fillHoles(scope); });
    shape("segment.keep_largest", tr("&Keep the largest part"), tr("Removes all but the largest connected part"), {},
          [&edits](const EditScope& scope, const Values&) { edits.keepLargest(scope); });
    shape("segment.remove_islands", tr("&Remove islands"), tr("Removes connected parts with fewer voxels"),
          {{.key = "voxels",
            .label = tr("&Smaller than"),
            .start = 50,
            .low = 2,
            .high = 1e8,
            .step = 10,
            .unit = tr(" voxels")}},
          [&edits](const EditScope& scope, const Values& values) {
              edits.removeIslands(scope, values("voxels").toLongLong());
          });
    shape("segment.grow", tr("&Grow"), tr("Adds what is nearer to the label than this"),
          {millimetres(kOneVoxel), over()},
          [&edits, &workspace = workspace_](const EditScope& scope, const Values& values) {
              auto all = scope;
              all.overOthers = values("over").toBool();
              checkReach(workspace, scope, values("mm").toDouble());
              edits.grow(all, values("mm").toDouble());
          });
    shape("segment.shrink", tr("Shri&nk"), tr("Takes away what is nearer to the border than this"),
          {millimetres(kOneVoxel)}, [&edits, &workspace = workspace_](const EditScope& scope, const Values& values) {
              checkReach(workspace, scope, values("mm").toDouble());
              edits.shrink(scope, values("mm").toDouble());
          });
    shape("segment.clear", tr("Clear"), tr("Takes the label away"), {},
          [&edits](const EditScope& scope, const Values&) { edits.clear(scope); });
}

void Adder::addLabelCommands() {
    auto& edits = edits_;
    asking(
        "segment.replace", tr("Replace by another &label"), tr("Gives the active label's voxels to another label"),
        [other = other()] {
            return std::vector{where(), other()};
        },
        [&edits, scope = scope()](const Values& values) {
            edits.replaceBy(scope(values), LabelId{values("other").toInt()});
        });
    asking(
        "segment.combine", tr("Com&bine with another label"),
        tr("Adds another label's voxels to the active one, or leaves out or keeps what is near them"),
        [other = other()] {
            const Parameter how{.key = "how",
                                .label = tr("&Do"),
                                .start = "add",
                                .choices = {{tr("add its voxels"), "add"},
                                            {tr("subtract what is near"), "subtract"},
                                            {tr("keep only what is near"), "intersect"}}};
            Parameter near = millimetres(2);
            near.label = tr("&Near is");
            return std::vector{where(), how, other(), near};
        },
        [&edits, scope = scope()](const Values& values) {
            const LabelId other{values("other").toInt()};
            const QString how = values("how").toString();
            if (how == "add") return edits.add(scope(values), other);
            const double margin = values("mm").toDouble();
            how == "subtract" ? edits.subtract(scope(values), other, margin)
                              : edits.intersect(scope(values), other, margin);
        });
    asking(
        "segment.paint_range", tr("Paint an intensity &range"),
        tr("Gives every voxel of these values to the active label"),
        [&workspace = workspace_] {
            const auto window = workspace.window();
            const auto range =
                workspace.editor().drawing().range.value_or(labels::IntensityRange{window.low, window.high});
            const Parameter low{.key = "low",
                                .label = tr("&From"),
                                .start = range.low,
                                .low = -1e6,
                                .high = 1e6,
                                .step = 10,
                                .remembered = false};
            const Parameter high{.key = "high",
                                 .label = tr("&to"),
                                 .start = range.high,
                                 .low = -1e6,
                                 .high = 1e6,
                                 .step = 10,
                                 .remembered = false};
            return std::vector{where(), low, high, over()};
        },
        [&edits, scope = scope()](const Values& values) {
            auto all = scope(values);
            all.overOthers = values("over").toBool();
            edits.paintRange(all, {values("low").toDouble(), values("high").toDouble()});
        });
}

}  // namespace

void addEditVolumeCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer) {
    Adder adder(commands, workspace, viewer);
    adder.addSliceCommands();
    adder.addShapeCommands();
    adder.addLabelCommands();
}

}  // namespace protolabel::ui
