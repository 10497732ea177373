#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/review/queue.h"

namespace protolabel::ui {

class Workspace;

QString reviewStateText(project::ReviewState state);
QString reasonText(review::Reason reason);

/// The review queue as a table. Read again only while somebody looks (refresh).
class ReviewModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Volume, Slice, Sure, Why, Labels, State, kColumns };

    explicit ReviewModel(Workspace& workspace, QObject* parent = nullptr);

    void refresh();
    const review::Place& at(int row) const { return places_[static_cast<std::size_t>(row)]; }
    int rowOf(VolumeId volume, int slice) const;  ///< -1 where it is not listed

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString namesOf(const review::Place& place) const;

    Workspace& workspace_;
    std::vector<review::Place> places_;
};

}  // namespace protolabel::ui
