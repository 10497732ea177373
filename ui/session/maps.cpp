#include "ui/session/maps.h"

#include <algorithm>

#include "core/workflow/network_inputs.h"
#include "ui/session/comparison.h"
#include "ui/session/error_text.h"
#include "ui/session/map_colors.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kPause = 150;  // ms that the view rests before a map is asked for
static constexpr labels::Color kSelected{255, 230, 0};

/// 0 and 1 as 0 and 255.
static labels::ProbabilitySlice scaledUp(labels::ProbabilitySlice map) {
    for (auto& pixel : map.pixels) pixel = pixel != 0 ? 255 : 0;
    return map;
}

Maps::Maps(Workspace& workspace) : workspace_(workspace) {
    pause_.setSingleShot(true);
    pause_.setInterval(kPause);
    connect(&pause_, &QTimer::timeout, this, &Maps::ask);
    connect(&workspace, &Workspace::projectChanged, this, &Maps::followProject);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        const bool learned = changes.supports || changes.models || changes.settings || !changes.annotation.empty();
        if (learned && kind_ != MapKind::Supervoxels) outdate();
    });
    connect(&workspace, &Workspace::shownChanged, this, &Maps::outdate);
    connect(&workspace.editor(), &Editor::labelChanged, this, &Maps::outdate);
    connect(&workspace.proposer(), &Proposer::settingsChanged, this, &Maps::outdate);
    connect(&workspace.proposer(), &Proposer::sliceChanged, this, &Maps::moveSlice);
    connect(&workspace.comparison(), &Comparison::layerChanged, this, [this] {
        if (kind_ == MapKind::Disagreement) outdate();
    });
    connect(&workspace.jobs(), &Jobs::ended, this, [this](int number) {
        if (number == job_) job_ = 0;
    });
}

void Maps::followProject() {
    cut_ = {};
    supervoxels_.reset();
    outdate();
}

void Maps::setKind(MapKind kind) {
    if (kind == kind_) return;
    kind_ = kind;
    outdate();
    emit changed();
}

void Maps::moveSlice() {
    if (kind_ == MapKind::None) return;
    if (kind_ == MapKind::Supervoxels && supervoxels_) return showSupervoxels();
    if (kind_ == MapKind::Disagreement) return showDisagreement();
    outdate();
}

/// What is shown is no longer true: it goes at once, another comes when the view rests.
void Maps::outdate() {
    if (kind_ == MapKind::None && map_ == nullptr && text_.isEmpty()) return;
    workspace_.jobs().cancel(job_);
    map_.reset();
    if (kind_ == MapKind::None || workspace_.record() == nullptr) {
        pause_.stop();
        return say({});
    }
    pause_.start();
    emit changed();
}

void Maps::say(const QString& text) {
    text_ = text;
    emit changed();
}

void Maps::ask() {
    const auto* record = workspace_.record();
    if (record == nullptr || kind_ == MapKind::None) return;
    if (kind_ == MapKind::Supervoxels) return askSupervoxels();
    if (kind_ == MapKind::Disagreement) return showDisagreement();
    const int slice = workspace_.proposer().slice();
    say(tr("Working..."));
    job_ = workspace_.jobs().start(
        tr("Map of the slice"),
        [this, slice, volume = *record, label = workspace_.editor().label(),
         settings = workspace_.proposer().settings(), predictor = workspace_.proposer().predictor(),
         engine = workspace_.engineMonitor().use()](JobControl& control) -> Jobs::Finish {
            const auto maps = predictor->maps(*engine, volume, slice, label, settings, control);
            return [this, maps, slice] { show(maps, slice); };
        },
        this,
        [this](const Error& error) {
            workspace_.engineMonitor().report(error);
            say(errorText(error));
        });
}

void Maps::show(const workflow::SliceMaps& maps, int slice) {
    const auto* shown = workspace_.shown();
    const auto* label = workspace_.project()->label(workspace_.editor().label());
    if (shown == nullptr || label == nullptr || slice != workspace_.proposer().slice()) return;
    const auto lacking = tr("%1 has no such map.").arg(QString::fromStdString(maps.method));
    const auto give = [&](viewer::SliceMap map, const QString& text) {
        map_ = std::make_shared<const viewer::SliceMap>(std::move(map));
        say(text);
    };
    const QString name = QString::fromStdString(label->name);
    switch (kind_) {
        case MapKind::Coarse:
            if (!maps.coarse) return say(lacking);
            return give(probabilityMap(*maps.coarse, slice, label->color),
                        tr("%1, before the slice's own features are taken into account").arg(name));
        case MapKind::Refined:
            if (!maps.refined) return say(lacking);
            return give(probabilityMap(*maps.refined, slice, label->color), tr("Probability of %1").arg(name));
        case MapKind::Similarity:
            if (!maps.similarity) return say(lacking);
            return give(heatMap(*maps.similarity, slice), tr("How much it looks like %1 on the supports").arg(name));
        case MapKind::Selected: {
            if (!maps.selected) return say(lacking);
            auto text = tr("Sure enough to learn %1 from this slice itself").arg(name);
            if (!maps.selectionCounts) text += " " + tr("(with alpha 1 nothing is)");
            return give(probabilityMap(scaledUp(*maps.selected), slice, kSelected), text);
        }
        case MapKind::Regions: {
            if (!maps.regions) return say(lacking);
            if (maps.supportVolume != shown->id() || maps.supportSlice != slice) {
                const auto* volume = workspace_.project()->volume(maps.supportVolume);
                return say(tr("The regions lie on the support that is used here: %1, slice %2")
                               .arg(volume != nullptr ? QString::fromStdString(volume->name) : QString())
                               .arg(maps.supportSlice));
            }
            const std::vector<std::int32_t> parts(maps.regions->pixels.begin(), maps.regions->pixels.end());
            return give(partMap(parts, maps.regions->width, maps.regions->height, slice),
                        tr("The regions of this support of %1").arg(name));
        }
        case MapKind::None:
        case MapKind::Supervoxels:
        case MapKind::Disagreement: break;
    }
}

void Maps::askSupervoxels() {
    const auto* record = workspace_.record();
    if (cut_ == record->id && supervoxels_) return showSupervoxels();
    say(tr("Cutting the volume into supervoxels..."));
    job_ = workspace_.jobs().start(
        tr("Supervoxels"),
        [this, volume = *record, folder = workspace_.project()->store().modelFolder() / "supervoxels",
         engine = workspace_.engineMonitor().use()](JobControl& control) -> Jobs::Finish {
            auto stack = std::make_shared<SliceStack<std::int32_t>>();
            decode(workflow::supervoxelsOf(*engine, volume, 0, folder, control), *stack);
            return [this, stack, id = volume.id] {
                cut_ = id;
                supervoxels_ = stack;
                if (workspace_.shown() != nullptr && workspace_.shown()->id() == id) showSupervoxels();
            };
        },
        this,
        [this](const Error& error) {
            workspace_.engineMonitor().report(error);
            say(errorText(error));
        });
}

void Maps::showSupervoxels() {
    if (kind_ != MapKind::Supervoxels || workspace_.record() == nullptr || cut_ != workspace_.record()->id)
        return outdate();
    const auto& record = *workspace_.record();
    const int slice = std::clamp(workspace_.proposer().slice(), 0, supervoxels_->slices - 1);
    const auto layout = imaging::sliceLayout(record.geometry, record.sliceAxis);
    map_ = std::make_shared<const viewer::SliceMap>(
        partMap(workflow::overSlice(record, *supervoxels_, slice), layout.width, layout.height, slice));
    say(tr("Supervoxels: what training takes for objects"));
}

void Maps::showDisagreement() {
    const auto* record = workspace_.shown()->record();
    const auto& comparison = workspace_.comparison();
    const auto theirs = comparison.labels();
    map_.reset();
    if (!comparison.isOpen()) return say(tr("Another project is to be opened first, in the panel Compare."));
    if (!comparison.hasVolume()) return say(tr("%1 does not have this volume.").arg(comparison.name()));
    if (record == nullptr || !theirs) return say(tr("Working..."));
    const labels::Plane plane{record->sliceAxis, workspace_.proposer().slice()};
    map_ = std::make_shared<const viewer::SliceMap>(
        disagreementMap(comparison.ownSlice(plane), theirs->slice(plane), plane.slice));
    say(tr("Cyan: only this project has a label; yellow: only %1; magenta: both, but not the same.")
            .arg(comparison.name()));
}

Maps::Scale Maps::scale() const {
    Scale scale;
    if (map_ == nullptr) return scale;
    if (kind_ == MapKind::Similarity) {
        for (int value = 0; value < 256; ++value) scale.colors.push_back(heatColor(value));
        scale.low = tr("opposite (-1)");
        scale.high = tr("alike (1)");
    }
    const auto* label =
        workspace_.project() != nullptr ? workspace_.project()->label(workspace_.editor().label()) : nullptr;
    if ((kind_ == MapKind::Coarse || kind_ == MapKind::Refined) && label != nullptr) {
        const auto& color = label->color;
        for (int value = 0; value < 256; ++value)
            scale.colors.push_back(qRgba(color.red, color.green, color.blue, value));
        scale.low = tr("0 %");
        scale.high = tr("100 %");
    }
    return scale;
}

}  // namespace protolabel::ui
