#pragma once

#include <QAbstractListModel>
#include <QDateTime>
#include <vector>

namespace protolabel::ui {

class Preferences;

/// The projects that were open last, the latest first.
class RecentProjectsModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        FileRole = Qt::UserRole,
        FolderRole,
        LastUseRole,  ///< in words; empty when it is not known
        PresentRole,  ///< whether the file is there
    };

    explicit RecentProjectsModel(Preferences& preferences, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    void refresh();  ///< looks again which files are there

private:
    Preferences& preferences_;
    struct Entry {
        QString file;
        QDateTime lastUse;
        bool present;
    };
    std::vector<Entry> rows_;
};

}  // namespace protolabel::ui
