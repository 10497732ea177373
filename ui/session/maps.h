#pragma once

#include <QColor>
#include <QObject>
#include <QTimer>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/slice_stack.h"
#include "core/workflow/slice_maps.h"
#include "viewer/base/slice_map.h"

namespace protolabel::ui {

class Workspace;

/// What can lie in colours over the slice in view, below the labels.
enum class MapKind { None, Coarse, Refined, Similarity, Selected, Regions, Supervoxels, Disagreement };

/// How the proposal of the active label on the slice in view comes about, or what training takes for objects, asked of the worker only while such a map
/// is chosen, a moment after the view has come to rest; or where another annotator differs. UI thread.
class Maps : public QObject {
    Q_OBJECT

public:
    explicit Maps(Workspace& workspace);

    MapKind kind() const { return kind_; }
    void setKind(MapKind kind);

    /// On the slice axis of the shown volume; null: nothing to show.
    std::shared_ptr<const viewer::SliceMap> map() const { return map_; }
    QString text() const { return text_; }  ///< what is seen, or why nothing is
    /// Colours from the lowest to the highest value, with words for the two; empty where the map has no scale.
    struct Scale {
        std::vector<QRgb> colors;
        QString low, high;
    };
    Scale scale() const;

signals:
    void changed();

private:
    void followProject();
    void moveSlice();
    void outdate();
    void ask();
    void askSupervoxels();
    void show(const workflow::SliceMaps& maps, int slice);
    void showSupervoxels();
    void showDisagreement();
    void say(const QString& text);

    Workspace& workspace_;
    MapKind kind_ = MapKind::None;
    QTimer pause_;
    int job_ = 0;
    std::shared_ptr<const viewer::SliceMap> map_;
    QString text_;
    VolumeId cut_;  ///< whose supervoxels are kept
    std::shared_ptr<const SliceStack<std::int32_t>> supervoxels_;
};

}  // namespace protolabel::ui
