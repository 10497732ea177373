#include "ui/models/history_model.h"

#include <QDateTime>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include "ui/models/icons.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kRefreshMs = 100;

HistoryModel::HistoryModel(Workspace& workspace, QObject* parent) : RowsModel(kColumns, parent), workspace_(workspace) {
    refresh_.setSingleShot(true);
    refresh_.setInterval(kRefreshMs);
    connect(&refresh_, &QTimer::timeout, this, &HistoryModel::refresh);
    connect(&workspace, &Workspace::projectChanged, this, &HistoryModel::follow);
    follow();
}

void HistoryModel::follow() {
    refresh_.stop();
    if (auto* project = workspace_.project())
        connect(project, &ProjectSession::changed, this, [this] {
            if (!refresh_.isActive()) refresh_.start();
        });
    refresh();
}

void HistoryModel::refresh() {
    std::vector<project::EditRecord> all;
    workspace_.notices().guard([&] {
        if (auto* project = workspace_.project()) {
            all = project->store().edits();
            all.insert(all.begin(), project::EditRecord{});
        }
    });
    setRows(all);
    emit refreshed();
}

int HistoryModel::currentRow() const {
    // The undone ones are the last.
    const auto undone =
        std::partition_point(rows().begin(), rows().end(), [](const auto& edit) { return !edit.undone; });
    return static_cast<int>(undone - rows().begin()) - 1;
}

static QDateTime timeOf(const project::EditRecord& edit) {
    return QDateTime::fromString(QString::fromStdString(edit.when), Qt::ISODate).toLocalTime();
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const project::EditRecord& edit = row(index.row());
    if (role == UndoneRole) return edit.undone;
    if (role == Qt::ForegroundRole && edit.undone)
        return QGuiApplication::palette().color(QPalette::Disabled, QPalette::Text);
    if (role == Qt::FontRole && edit.undone) {
        QFont font;
        font.setItalic(true);
        return font;
    }
    if (!edit.id) {
        if (index.column() != Edit) return {};
        return role == Qt::DisplayRole || role == Qt::EditRole ? tr("Before all edits") : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        const QString what = QString::fromStdString(edit.info.name);
        return edit.undone ? tr("%1 (undone: choose it to make it again)").arg(what)
                           : tr("%1 (choose it to go back to this point)").arg(what);
    }
    const bool text = role == Qt::DisplayRole || role == Qt::EditRole;
    switch (index.column()) {
        case Edit:
            if (role == Qt::DecorationRole) return toolIcon(QString::fromStdString(edit.info.tool));
            return text ? QString::fromStdString(edit.info.name) : QVariant();
        case Author: return text ? QString::fromStdString(edit.info.author) : QVariant();
        case When:
            if (role == Qt::EditRole) return timeOf(edit).toString(Qt::ISODate);
            return role == Qt::DisplayRole ? QLocale().toString(timeOf(edit), QLocale::ShortFormat) : QVariant();
        default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Edit"), tr("Who"), tr("When")};
    return titles[section];
}

}  // namespace protolabel::ui
