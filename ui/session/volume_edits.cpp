#include "ui/session/volume_edits.h"

#include <algorithm>

#include "core/labels/components.h"
#include "core/labels/edit_session.h"
#include "core/labels/interpolation.h"
#include "core/labels/morphology.h"
#include "core/labels/smoothing.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

using labels::VoxelRuns;

namespace {

VoxelRuns moved(VoxelRuns runs, const labels::Index3& by) {
    for (int axis = 0; axis < 3; ++axis) runs = shifted(std::move(runs), axis, by[static_cast<std::size_t>(axis)]);
    return runs;
}

}  // namespace

VolumeEdits::VolumeEdits(Workspace& workspace, QObject* parent) : QObject(parent), workspace_(workspace) {}

void VolumeEdits::interpolate(EditScope scope) {
    scope.wholeVolume = true;
    const auto* record = workspace_.shown() != nullptr ? workspace_.shown()->record() : nullptr;
    const int axis = record != nullptr ? record->sliceAxis : 2;
    run(tr("Interpolate %1"), scope, [axis](const LabelSnapshot& all, const auto& wanted, JobControl& control) {
        labels::Index3 lower;
        const auto volume = all.dense(wanted, lower);
        std::vector<labels::DrawnSlices> drawn;
        for (const auto label : wanted) drawn.push_back({label, slicesShowing(volume, label, axis)});
        auto between = labels::interpolated(volume, drawn, axis, control);
        Changes changes;
        for (std::size_t n = 0; n < wanted.size(); ++n)
            changes.push_back({wanted[n], {}, moved(std::move(between[n]), lower)});
        return changes;
    });
}

void VolumeEdits::smooth(const EditScope& scope, double sigma) {
    filter(tr("Smooth %1"), scope, [sigma](const LabelSnapshot& all, std::uint16_t label, JobControl& control) {
        return labels::smoothed(all.of(label), all.allBut(label), sigma, all.box, all.grid.spacing, control);
    });
}

void VolumeEdits::keepLargest(const EditScope& scope) {
    filter(tr("Keep largest part of %1"), scope, [](const LabelSnapshot& all, std::uint16_t label, JobControl&) {
        return labels::largestComponent(all.of(label));
    });
}

void VolumeEdits::removeIslands(const EditScope& scope, std::int64_t minVoxels) {
    filter(tr("Remove islands of %1"), scope, [minVoxels](const LabelSnapshot& all, std::uint16_t label, JobControl&) {
        return labels::withoutIslands(all.of(label), minVoxels);
    });
}

void VolumeEdits::fillHoles(const EditScope& scope) {
    filter(tr("Fill holes of %1"), scope, [](const LabelSnapshot& all, std::uint16_t label, JobControl&) {
        return united(all.of(label), labels::holesOf(all.of(label), all.box));
    });
}

void VolumeEdits::grow(const EditScope& scope, double mm) {
    filter(tr("Grow %1"), scope, [mm](const LabelSnapshot& all, std::uint16_t label, JobControl& control) {
        return labels::grown(all.of(label), mm, all.box, all.grid.spacing, control);
    });
}

void VolumeEdits::shrink(const EditScope& scope, double mm) {
    filter(tr("Shrink %1"), scope, [mm](const LabelSnapshot& all, std::uint16_t label, JobControl& control) {
        return labels::shrunk(all.of(label), mm, all.box, all.grid.spacing, control);
    });
}

void VolumeEdits::copySlice(EditScope scope, int by) {
    scope.wholeVolume = false;
    const auto what = tr("Copy %1 to slice %2").arg("%1", QString::number(scope.slice + by));
    run(what, scope, [axis = scope.axis, by](const LabelSnapshot& all, const auto& wanted, JobControl&) {
        Changes changes;
        for (const auto label : wanted) changes.push_back({label, {}, shifted(all.of(label), axis, by)});
        return changes;
    });
}

void VolumeEdits::clear(const EditScope& scope) {
    filter(tr("Clear %1"), scope, [](const LabelSnapshot&, std::uint16_t, JobControl&) { return VoxelRuns(); });
}

void VolumeEdits::replaceBy(const EditScope& scope, LabelId other) {
    const auto by = unlocked(other);
    run(tr("Replace %1 by %2").arg("%1", nameOf(by)), scope,
        [by](const LabelSnapshot& all, const auto& wanted, JobControl&) {
            Changes changes;
            for (const auto label : wanted) {
                if (label == by) continue;
                changes.push_back({label, all.of(label), {}});
                changes.push_back({by, {}, all.of(label)});
            }
            return changes;
        });
}

void VolumeEdits::add(const EditScope& scope, LabelId other) {
    const auto from = unlocked(other);
    run(tr("Add %2 to %1").arg("%1", nameOf(from)), scope,
        [from](const LabelSnapshot& all, const auto& wanted, JobControl&) -> Changes {
            if (wanted.front() == from) return {};
            return {{from, all.of(from), {}}, {wanted.front(), {}, all.of(from)}};
        });
}

void VolumeEdits::subtract(const EditScope& scope, LabelId other, double margin) {
    const auto what = tr("Subtract %2 from %1").arg("%1", nameOf(static_cast<std::uint16_t>(other.value)));
    filter(what, scope, [=](const LabelSnapshot& all, std::uint16_t label, JobControl& control) {
        const auto& from = all.of(static_cast<std::uint16_t>(other.value));
        return subtracted(all.of(label), labels::grown(from, margin, all.box, all.grid.spacing, control));
    });
}

void VolumeEdits::intersect(const EditScope& scope, LabelId other, double margin) {
    const auto what = tr("Keep %1 near %2").arg("%1", nameOf(static_cast<std::uint16_t>(other.value)));
    filter(what, scope, [=](const LabelSnapshot& all, std::uint16_t label, JobControl& control) {
        const auto& with = all.of(static_cast<std::uint16_t>(other.value));
        return intersected(all.of(label), labels::grown(with, margin, all.box, all.grid.spacing, control));
    });
}

void VolumeEdits::paintRange(const EditScope& scope, const labels::IntensityRange& range) {
    run(tr("Paint range with %1"), scope,
        [range](const LabelSnapshot& all, const auto& wanted, JobControl& control) -> Changes {
            const auto& image = *all.image;
            return {{wanted.front(), {}, image.visit([&](const auto* voxels, std::size_t) {
                         VoxelRuns runs;
                         for (int k = all.box.lower[2]; k < all.box.upper[2]; ++k) {
                             control.check();
                             auto slice = all.box;
                             slice.lower[2] = k;
                             slice.upper[2] = k + 1;
                             const auto found = labels::runsWhere(slice, [&](int i, int j, int) {
                                 const auto voxel = static_cast<double>(voxels[all.grid.offset(i, j, k)]);
                                 return range.contains(voxel * image.slope + image.intercept);
                             });
                             runs.insert(runs.end(), found.begin(), found.end());
                         }
                         return runs;
                     })}};
        });
}

void VolumeEdits::filter(const QString& what, const EditScope& scope, const Filter& filter) {
    run(what, scope, [filter](const LabelSnapshot& all, const auto& wanted, JobControl& control) {
        Changes changes;
        for (const auto label : wanted) {
            control.check();
            if (!all.of(label).empty()) changes.push_back({label, all.of(label), filter(all, label, control)});
        }
        return changes;
    });
}

void VolumeEdits::run(const QString& what, const EditScope& scope, const Plan& plan) {
    Editor& editor = workspace_.editor();
    if (const auto blocked = editor.editingBlocked()) throw Error(blocked->code, blocked->text, blocked->args);
    auto* shown = workspace_.shown();
    if (!shown->image()) throw Error("edit.volume", "no volume is open; choose one in the list of volumes");
    if (!show_) editor.settle();
    const auto wanted = labelsOf(scope);
    const QString name = what.arg(scope.everyLabel ? tr("all labels") : nameOf(wanted.front()));
    const auto grid = shown->annotation()->grid();
    const auto box = scope.wholeVolume ? grid.box() : labels::Plane{scope.axis, scope.slice}.of(grid.box());
    const auto compute = [=, source = shown->source(viewer::Layer::Annotation),
                          image = shown->image()](JobControl& control) {
        return plan(takeSnapshot(*source, grid, box, image, control), wanted, control);
    };
    if (show_) {
        previewing_ = workspace_.jobs().start(
            tr("Preview: %1").arg(name),
            [=, over = scope.overOthers, show = show_, source = shown->source(viewer::Layer::Annotation),
             image = shown->image()](JobControl& control) -> Jobs::Finish {
                const auto snapshot = takeSnapshot(*source, grid, box, image, control);
                Preview preview{box, {}};
                for (auto& change : plan(snapshot, wanted, control))
                    preview.after[change.label] =
                        over ? std::move(change.after) : subtracted(change.after, snapshot.allBut(change.label));
                return [show, preview] { show(preview); };
            },
            this, [](const Error&) {});  // it will be told when the command is applied
        return;
    }
    if (box.voxels() <= atOnce_) {
        JobControl control;
        return apply(name, scope, compute(control));
    }
    workspace_.jobs().start(
        name,
        [=, this, revision = shown->revision()](JobControl& control) -> Jobs::Finish {
            return [=, this, changes = compute(control)] {
                if (workspace_.shown() == nullptr || workspace_.shown()->revision() != revision)
                    workspace_.notices().post(
                        Severity::Warning,
                        tr("%1: the annotation changed meanwhile, so nothing was done; start it again").arg(name));
                else
                    workspace_.notices().guard([&] { apply(name, scope, changes); });
            };
        },
        this);
}

void VolumeEdits::preview(const std::function<void()>& command, std::function<void(const Preview& preview)> show) {
    dropPreview();
    show_ = std::move(show);
    try {
        command();
    } catch (const Error&) {  // likewise
    }
    show_ = {};
}

void VolumeEdits::dropPreview() {
    workspace_.jobs().cancel(previewing_);
}

void VolumeEdits::apply(const QString& name, const EditScope& scope, const Changes& changes) {
    labels::EditRules rules;
    rules.labels = workspace_.project()->labels();
    rules.over = scope.overOthers ? labels::PaintOver::Everything : labels::PaintOver::Background;
    labels::Stopped stopped;
    const auto voxels = workspace_.editor().apply(
        name, "volume",
        [&](labels::EditSession& session) {
            // First all that goes, then all that comes: what one label leaves is background for the others.
            for (const auto& change : changes) session.erase(subtracted(change.before, change.after), change.label);
            for (const auto& change : changes) session.paint(subtracted(change.after, change.before), change.label);
            stopped = session.stopped();
        },
        rules);
    QString told = voxels == 0 ? tr("%1: nothing to change").arg(name)
                               : tr("%1: %Ln voxel(s) changed", "", static_cast<int>(voxels)).arg(name);
    if (stopped.kept > 0) told += tr(", %Ln voxel(s) of other labels kept", "", static_cast<int>(stopped.kept));
    if (stopped.locked > 0)
        told += tr(", %Ln voxel(s) kept because %1 is locked", "", static_cast<int>(stopped.locked))
                    .arg(nameOf(stopped.lockedLabel));
    workspace_.notices().tell(told);
}

std::vector<std::uint16_t> VolumeEdits::labelsOf(const EditScope& scope) const {
    if (!scope.everyLabel) return {unlocked(workspace_.editor().label())};
    std::vector<std::uint16_t> all;
    for (const auto& label : workspace_.project()->labels())
        if (!label.locked) all.push_back(static_cast<std::uint16_t>(label.id.value));
    if (all.empty()) throw Error("edit.labels", "every label is locked; unlock those to change");
    return all;
}

std::uint16_t VolumeEdits::unlocked(LabelId id) const {
    if (workspace_.project() == nullptr) throw Error("edit.project", "no project is open");
    const auto* label = workspace_.project()->label(id);
    if (label == nullptr) throw Error("edit.label", "no label is chosen; choose one in the table of labels");
    if (label->locked) throw Error("label.locked", "{0} is locked; unlock it to draw it", {label->name});
    return static_cast<std::uint16_t>(id.value);
}

QString VolumeEdits::nameOf(std::uint16_t label) const {
    const auto* known = workspace_.project()->label(LabelId{label});
    return known != nullptr ? QString::fromStdString(known->name) : QString::number(label);
}

}  // namespace protolabel::ui
