#include "ui/models/history_model.h"

#include <QDateTime>
#include <QFont>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>
#include <utility>

#include "ui/session/edit_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kRefreshMs = 100;
static constexpr int kManyEdits = 1000;

HistoryModel::HistoryModel(Workspace& workspace, QObject* parent) : RowsModel(kColumns, parent), workspace_(workspace) {
    refresh_.setSingleShot(true);
    refresh_.setInterval(kRefreshMs);
    connect(&refresh_, &QTimer::timeout, this, &HistoryModel::refresh);
    connect(&workspace, &Workspace::projectChanged, this, &HistoryModel::refresh);
    connect(&workspace, &Workspace::edited, this, [this] {
        if (!refresh_.isActive()) refresh_.start();
    });
    refresh();
}

void HistoryModel::refresh() {
    refresh_.stop();
    auto* project = workspace_.project();
    if (job_ != 0) workspace_.jobs().cancel(std::exchange(job_, 0));
    if (rowCount() > kManyEdits && project != nullptr)
        job_ = workspace_.jobs().start(
            tr("Read the history"),
            [this, &store = project->store()](JobControl&) -> Jobs::Finish {
                return [this, edits = store.edits()] {
                    job_ = 0;
                    take(edits);
                };
            },
            this);
    else
        workspace_.notices().guard(
            [&] { take(project != nullptr ? project->store().edits() : std::vector<project::EditRecord>()); });
}

void HistoryModel::take(const std::vector<project::EditRecord>& edits) {
    std::vector<project::EditRecord> all;
    if (workspace_.project() != nullptr) all.emplace_back();
    all.insert(all.end(), edits.begin(), edits.end());
    setRows(all);
    emit refreshed();
}

int HistoryModel::currentRow() const {
    // The undone ones are the last.
    const auto undone =
        std::partition_point(rows().begin(), rows().end(), [](const auto& edit) { return !edit.undone; });
    return static_cast<int>(undone - rows().begin()) - 1;
}

bool HistoryModel::withinReach(int at) const {
    if (row(at).undone) return row(at).undoable;
    const bool last = at + 1 == rowCount() || row(at + 1).undone;
    return last || row(at + 1).undoable;
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const {
    const auto flags = QAbstractTableModel::flags(index);
    return index.isValid() && !withinReach(index.row()) ? flags & ~Qt::ItemIsEnabled : flags;
}

/// Of today only the time.
static QString shortTime(const QDateTime& when) {
    const QLocale locale;
    if (when.date() == QDate::currentDate()) return locale.toString(when.time(), QLocale::ShortFormat);
    return locale.toString(when, QLocale::ShortFormat);
}

static QDateTime timeOf(const project::EditRecord& edit) {
    return QDateTime::fromString(QString::fromStdString(edit.when), Qt::ISODate).toLocalTime();
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const project::EditRecord& edit = row(index.row());
    if (role == UndoneRole) return edit.undone;
    if (role == ToolRole) return QString::fromStdString(edit.info.tool);
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
        const QString what = editText(edit.info.name);
        if (!withinReach(index.row())) return tr("%1 (undo no longer reaches back to here)").arg(what);
        return edit.undone ? tr("%1 (undone: choose it to make it again)").arg(what)
                           : tr("%1 (choose it to go back to this point)").arg(what);
    }
    const bool text = role == Qt::DisplayRole || role == Qt::EditRole;
    switch (index.column()) {
        case Edit: return text ? editText(edit.info.name) : QVariant();
        case Author: return text ? QString::fromStdString(edit.info.author) : QVariant();
        case When:
            if (role == Qt::EditRole) return timeOf(edit).toString(Qt::ISODate);
            return role == Qt::DisplayRole ? shortTime(timeOf(edit)) : QVariant();
        default: return {};
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString titles[] = {tr("Edit"), tr("Who"), tr("When")};
    return titles[section];
}

}  // namespace protolabel::ui
