#pragma once

#include <QImage>
#include <map>

#include "core/project/changes.h"
#include "core/project/records.h"
#include "ui/models/rows_model.h"

namespace protolabel::ui {

class Workspace;

/// The supports of the active label, or of all, with a picture of each: the slice and the outline of its mask. Whether one is used (check state) and
/// its weight can be edited; each is one undo entry. Pictures of volumes that are not shown are made in a job, one volume after the other.
class SupportModel : public RowsModel<project::Support, ById> {
    Q_OBJECT

public:
    enum Column { Place, Weight, kColumns };
    static constexpr int kPicture = 72;  ///< pixels a side

    explicit SupportModel(Workspace& workspace, QObject* parent = nullptr);

    void setEveryLabel(bool on);

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    const project::Support& at(int row) const { return this->row(row); }
    void remove(int row);

private:
    void followProject();
    void follow(const project::Changes& changes);
    void refresh();
    void wishPictures();
    bool put(const QString& name, const project::Support& support);
    QString nameOf(LabelId label) const;

    Workspace& workspace_;
    bool everyLabel_ = false;
    int job_ = 0;
    std::map<SupportId, QImage> pictures_;
};

}  // namespace protolabel::ui
