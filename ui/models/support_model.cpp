#include "ui/models/support_model.h"

#include <QColor>
#include <QLocale>
#include <algorithm>

#include "core/workflow/prediction_steps.h"
#include "core/workflow/volumes.h"
#include "ui/models/support_picture.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

SupportModel::SupportModel(Workspace& workspace, QObject* parent) : RowsModel(kColumns, parent), workspace_(workspace) {
    connect(&workspace, &Workspace::projectChanged, this, &SupportModel::followProject);
    connect(&workspace, &Workspace::edited, this, &SupportModel::follow);
    connect(&workspace.editor(), &Editor::labelChanged, this, &SupportModel::refresh);
    followProject();
}

void SupportModel::followProject() {
    pictures_.clear();
    job_ = 0;
    refresh();
}

void SupportModel::setEveryLabel(bool on) {
    everyLabel_ = on;
    refresh();
}

void SupportModel::follow(const project::Changes& changes) {
    for (const auto& support : workspace_.project()->supports()) {
        const auto slices = changes.annotation.find(support.volume);
        if (slices != changes.annotation.end() && slices->second.count(support.slice) != 0) pictures_.erase(support.id);
    }
    if (changes.labels) pictures_.clear();
    if (changes.supports || changes.labels || changes.volumes || !changes.annotation.empty()) refresh();
}

void SupportModel::refresh() {
    std::vector<project::Support> wanted;
    if (const auto* project = workspace_.project())
        for (const auto& support : project->supports())
            if (everyLabel_ || support.label == workspace_.editor().label()) wanted.push_back(support);
    std::sort(wanted.begin(), wanted.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    setRows(wanted);
    wishPictures();
}

/// Makes those that are missing, of one volume; the next pass makes the next volume's.
void SupportModel::wishPictures() {
    auto* project = workspace_.project();
    if (project == nullptr || job_ != 0) return;
    std::vector<std::pair<project::Support, QColor>> missing;
    for (const auto& support : rows()) {
        if (pictures_.count(support.id) != 0 || (!missing.empty() && missing.front().first.volume != support.volume))
            continue;
        const auto* label = project->label(support.label);
        if (label != nullptr)
            missing.push_back({support, QColor(label->color.red, label->color.green, label->color.blue)});
    }
    const auto* volume = missing.empty() ? nullptr : project->volume(missing.front().first.volume);
    if (volume == nullptr) return;
    const auto* shown = workspace_.shown();
    const auto image = shown->id() == volume->id ? shown->image() : nullptr;
    const auto take = [this](std::map<SupportId, QImage> made) {
        pictures_.merge(made);
        if (!rows().empty()) changed(0, rowCount() - 1);
        job_ = 0;
        wishPictures();
    };
    std::map<SupportId, QImage> none;
    for (const auto& entry : missing) none[entry.first.id] = {};
    job_ = workspace_.jobs().start(
        tr("Pictures of supports"),
        [take, missing, image, record = *volume, &store = project->store()](JobControl& control) -> Jobs::Finish {
            const auto voxels = image ? image : std::make_shared<const imaging::Volume>(workflow::loadVolume(record));
            const auto window = viewer::automaticWindow(*voxels);
            std::map<SupportId, QImage> made;
            for (const auto& [support, color] : missing) {
                control.check();
                const auto annotation = store.annotation(support.volume, support.slice);
                const auto mask = annotation
                                      ? labels::maskOf(*annotation, static_cast<std::uint16_t>(support.label.value))
                                      : labels::Mask();
                made[support.id] =
                    supportPicture(*voxels, record.sliceAxis, support.slice, window, mask, color, kPicture);
            }
            return [take, made] { take(made); };
        },
        this, [take, none](const Error&) { take(none); },  // a list without a picture is still a list
        [this](int number) {
            if (number == job_) job_ = 0;
        });
}

QString SupportModel::nameOf(LabelId id) const {
    const auto* label = workspace_.project()->label(id);
    return label != nullptr ? QString::fromStdString(label->name) : QString::number(id.value);
}

QVariant SupportModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || workspace_.project() == nullptr) return {};
    const auto& support = row(index.row());
    const auto* volume = workspace_.project()->volume(support.volume);
    if (index.column() == Weight) {
        if (role == Qt::DisplayRole) return QLocale().toString(support.weight, 'g', 3);
        if (role == Qt::EditRole) return support.weight;
        if (role == Qt::TextAlignmentRole) return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    }
    if (role == Qt::CheckStateRole) return support.enabled ? Qt::Checked : Qt::Unchecked;
    if (role == Qt::DecorationRole) {
        const auto picture = pictures_.find(support.id);
        if (picture != pictures_.end() && !picture->second.isNull()) return picture->second;
        QImage empty(kPicture, kPicture, QImage::Format_ARGB32);
        empty.fill(Qt::transparent);
        return empty;
    }
    const QString name = volume != nullptr ? QString::fromStdString(volume->name) : QString();
    if (role == Qt::DisplayRole) return tr("%1\n%2, slice %3").arg(nameOf(support.label), name).arg(support.slice);
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return support.enabled
                   ? tr("%1 on slice %2 of %3").arg(nameOf(support.label)).arg(support.slice).arg(name)
                   : tr("%1 on slice %2 of %3, not used").arg(nameOf(support.label)).arg(support.slice).arg(name);
    return {};
}

QVariant SupportModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == Place ? tr("Support") : tr("Weight");
}

Qt::ItemFlags SupportModel::flags(const QModelIndex& index) const {
    auto flags = RowsModel::flags(index);
    if (!index.isValid() || workspace_.project() == nullptr || workspace_.project()->readOnly()) return flags;
    return flags | (index.column() == Weight ? Qt::ItemIsEditable : Qt::ItemIsUserCheckable);
}

bool SupportModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid()) return false;
    auto support = row(index.row());
    if (index.column() == Place && role == Qt::CheckStateRole) {
        support.enabled = value.toInt() == Qt::Checked;
        return put(support.enabled ? tr("Use a support of %1") : tr("Leave out a support of %1"), support);
    }
    if (index.column() != Weight || role != Qt::EditRole) return false;
    bool number = false;
    const double weight = value.toDouble(&number);
    if (!number || !(weight > 0) || weight > 1000) {
        workspace_.notices().tell(tr("A weight is a number above 0, at most 1000"));
        return false;
    }
    if (weight == support.weight) return true;
    support.weight = weight;
    return put(tr("Weight of a support of %1"), support);
}

bool SupportModel::put(const QString& name, const project::Support& support) {
    return workspace_.notices().guard([&] {
        workspace_.project()->edit({.name = name.arg(nameOf(support.label)).toStdString(), .tool = "support"},
                                   [&](project::ProjectWriter& writer) { writer.putSupport(support); });
    });
}

void SupportModel::remove(int at) {
    const auto support = row(at);
    workspace_.notices().guard([&] {
        workspace_.project()->edit(
            {.name = tr("Remove a support of %1").arg(nameOf(support.label)).toStdString(), .tool = "support"},
            [&](project::ProjectWriter& writer) { writer.removeSupport(support.id); });
    });
}

}  // namespace protolabel::ui
