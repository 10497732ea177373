#include "ui/models/recent_projects_model.h"

#include <QDir>
#include <QFileInfo>
#include <QLocale>

#include "ui/session/preferences.h"

namespace protolabel::ui {

RecentProjectsModel::RecentProjectsModel(Preferences& preferences, QObject* parent)
    : QAbstractListModel(parent), preferences_(preferences) {
    connect(&preferences, &Preferences::changed, this, [this](const QString& key) {
        if (key == "projects/recent") refresh();
    });
    refresh();
}

void RecentProjectsModel::refresh() {
    beginResetModel();
    rows_.clear();
    for (const QString& file : preferences_.recentProjects())
        rows_.push_back({file, preferences_.lastUse(file), QFileInfo::exists(file)});
    endResetModel();
}

int RecentProjectsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

static QString inWords(const QDateTime& when) {
    if (!when.isValid()) return {};
    const QDateTime local = when.toLocalTime();
    const qint64 days = local.date().daysTo(QDate::currentDate());
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (days == 0) return RecentProjectsModel::tr("today, %1").arg(time);
    if (days == 1) return RecentProjectsModel::tr("yesterday, %1").arg(time);
    return QLocale().toString(local.date(), QLocale::ShortFormat);
}

QVariant RecentProjectsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Entry& entry = rows_[static_cast<std::size_t>(index.row())];
    const QFileInfo file(entry.file);
    switch (role) {
        case Qt::DisplayRole: return file.completeBaseName();
        case Qt::ToolTipRole: return QDir::toNativeSeparators(entry.file);
        case FileRole: return entry.file;
        case FolderRole: return QDir::toNativeSeparators(file.path());
        case LastUseRole: return inWords(entry.lastUse);
        case PresentRole: return entry.present;
        case Qt::AccessibleTextRole:
            return entry.present
                       ? tr("%1, in %2, used %3").arg(file.completeBaseName(), file.path(), inWords(entry.lastUse))
                       : tr("%1, in %2: the file is not there").arg(file.completeBaseName(), file.path());
        default: return {};
    }
}

}  // namespace protolabel::ui
