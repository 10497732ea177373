// What Comparison writes: the decision on a disagreement.
#include <algorithm>

#include "core/consensus/kept.h"
#include "core/labels/edit_session.h"
#include "core/project/provenance.h"
#include "ui/session/comparison.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

void Comparison::settle(Verdict verdict, LabelId label) {
    if (const auto blocked = workspace_.editor().editingBlocked())
        throw Error(blocked->code, blocked->text, blocked->args);
    if (current_ < 0)
        throw Error("compare.choose", "no disagreement is chosen; choose one in the list of the panel Compare");
    const auto part = *listed_[static_cast<std::size_t>(current_)];
    if (verdict == Verdict::Theirs) label = LabelId{part.theirs};
    if (verdict == Verdict::Mine || label.value == part.mine)
        keepMine(part);
    else
        write(part, label);
}

void Comparison::keepMine(const consensus::Disagreement& part) {
    const auto id = volume()->first().id;
    const int at = current_;
    auto keys = consensus::keptKeys(workspace_.project()->store(), id);
    keys.insert(part.key());
    const QString edit = tr("Keep %1, not %2 as %3").arg(nameOf(part.mine), nameOf(part.theirs), name());
    workspace_.project()->edit(
        {.name = edit.toStdString(), .tool = "compare", .details = project::subjectDetails(id, LabelId{part.mine})},
        [&](project::ProjectWriter& writer) { consensus::putKeptKeys(writer, id, keys); });
    workspace_.notices().tell(edit);
    goOn(at, part.centre);
}

void Comparison::write(const consensus::Disagreement& part, LabelId label) {
    const auto to = static_cast<std::uint16_t>(label.value);
    const int at = current_;
    QString name = tr("%1 instead of %2").arg(nameOf(to), nameOf(part.mine));
    if (to == part.theirs) name = tr("%1, as %2").arg(name, this->name());
    labels::EditRules rules;
    rules.labels = workspace_.project()->labels();
    rules.over = labels::PaintOver::OneLabel;  // what was drawn since stays
    rules.onlyLabel = part.mine;
    labels::Stopped stopped;
    const auto voxels = workspace_.editor().apply(
        name, "compare",
        [&](labels::EditSession& session) {
            if (to == 0)
                session.erase(part.runs, part.mine);
            else
                session.paint(part.runs, to);
            stopped = session.stopped();
        },
        rules);
    QString told = tr("%1: %Ln voxel(s) changed", "", static_cast<int>(voxels)).arg(name);
    if (stopped.kept > 0)
        told += tr(", %Ln voxel(s) kept that were changed meanwhile", "", static_cast<int>(stopped.kept));
    if (stopped.locked > 0)
        told += tr(", %Ln voxel(s) kept because %1 is locked", "", static_cast<int>(stopped.locked))
                    .arg(nameOf(stopped.lockedLabel));
    workspace_.notices().tell(told);
    if (voxels == 0) return;
    drop(part);
    goOn(at, part.centre);
}

/// Without what was decided, which measuring would find out a moment later.
void Comparison::drop(const consensus::Disagreement& decided) {
    std::erase_if(parts_, [&](const auto& part) {
        return part.disagreement.mine == decided.mine && part.disagreement.theirs == decided.theirs &&
               part.disagreement.runs == decided.runs;
    });
}

/// The one after it is the next to look at.
void Comparison::goOn(int at, const labels::Index3& decided) {
    if (const auto edit = workspace_.project()->nextUndo()) decisions_.push_back({edit->id, decided});
    chosen_.reset();
    list();
    if (!listed_.empty()) select(std::min(at, static_cast<int>(listed_.size()) - 1));
}

QString Comparison::nameOf(std::uint16_t label) const {
    if (label == 0) return tr("background");
    const auto* known = workspace_.project()->label(LabelId{label});
    return known != nullptr ? QString::fromStdString(known->name) : QString::number(label);
}

}  // namespace protolabel::ui
