#pragma once

#include <QTimer>
#include <map>

#include "core/labels/label_table.h"
#include "core/project/changes.h"
#include "ui/models/rows_model.h"

namespace protolabel::ui {

class Workspace;

/// The labels of the open project. Name, colour (a QColor through EditRole), visibility and lock (check states) can be edited; each is one undo
/// entry, and what cannot be done becomes a notice.
class LabelTableModel : public RowsModel<labels::Label, ById> {
    Q_OBJECT

public:
    enum Column { Color, Name, Key, Visible, Locked, Voxels, kColumns };

    explicit LabelTableModel(Workspace& workspace, QObject* parent = nullptr);

    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    LabelId idAt(int row) const;  ///< 0 for -1
    int rowOf(LabelId id) const { return find(id); }

    /// A label of the lowest free id and the next colour of the palette, named after its id. Returns its id; 0 when it could not be made.
    LabelId add();
    /// How much goes when a label goes: voxels over all volumes, and supports.
    struct Load {
        std::int64_t voxels = 0;
        int volumes = 0;
        int supports = 0;
    };
    Load loadOf(LabelId id) const;
    void remove(LabelId id);

private:
    void follow();
    void refresh();
    void count();
    bool edit(const QString& name, const labels::Label& changed);

    Workspace& workspace_;
    QTimer recount_;
    std::map<LabelId, std::int64_t> voxels_;  ///< of the shown volume
};

}  // namespace protolabel::ui
