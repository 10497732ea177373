#pragma once

#include <QAbstractTableModel>
#include <vector>

#include "core/base/id.h"

namespace protolabel::ui {

class Workspace;

/// The list of Comparison::disagreements: what each annotator says, how large it is, and where.
class DisagreementModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Mine, Theirs, Millilitres, Slices, kColumns };

    explicit DisagreementModel(Workspace& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        std::uint16_t mine = 0, theirs = 0;
        std::int64_t voxels = 0;
        double ml = 0;
        int firstSlice = 0, lastSlice = 0;
    };
    void refresh();
    QVariant text(const Row& row, int column) const;
    QString nameOf(std::uint16_t label) const;

    Workspace& workspace_;
    std::vector<Row> rows_;
};

}  // namespace protolabel::ui
