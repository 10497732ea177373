#pragma once

#include <QAbstractTableModel>
#include <set>
#include <vector>

#include "core/workflow/import.h"

namespace protolabel::ui {

/// What a search for images found, with a tick at those that are to be imported. New pictures are ticked at first; images of the project
/// and files that cannot be read cannot be.
class FoundVolumesModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Modality, Size, Frames, Spacing, State, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    void clear();
    void add(workflow::FoundVolume volume);  ///< to its place in the order of files
    const workflow::FoundVolume& at(int row) const { return rows_.at(static_cast<std::size_t>(row)).volume; }
    bool canImport(int row) const;
    void tickAll(bool on);  ///< all that can be
    std::vector<project::VolumeRecord> ticked() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    /// In words: "new", "in the project already, as a", "looks like a label map", or why it cannot be read.
    QString state(int row) const;

private:
    struct Row {
        workflow::FoundVolume volume;
        bool ticked;
    };
    std::vector<Row> rows_;  ///< by file, numbers by their value
};

}  // namespace protolabel::ui
