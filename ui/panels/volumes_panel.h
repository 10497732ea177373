#pragma once

#include <QWidget>
#include <optional>

#include "core/base/id.h"
#include "core/project/records.h"

class QActionGroup;
class QLabel;
class QListView;

namespace protolabel::ui {

class Commands;
class VolumeFilter;
class VolumeListModel;
class Workspace;

/// The volumes of the project: which are shown, how far each is, and what can be done with one.
class VolumesPanel : public QWidget {
    Q_OBJECT

public:
    explicit VolumesPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

signals:
    void relinkRequested(protolabel::VolumeId volume);
    void statisticsRequested();  ///< of the volume that is shown

private:
    QLayout* makeFilters();
    void makeView();
    void makeActions();
    void makeAxisActions();
    QAction* addAction(const QString& name, const QString& text, const QKeySequence& key, std::function<void()> run);
    void showActions();
    void showCount();
    void showShown();

    VolumeId current() const;
    void showCurrent();
    void edit(const QString& name, const project::VolumeRecord& record);
    void toggle(bool flag);
    void setAxis(std::optional<int> axis);
    void askToRemove();

    Workspace& workspace_;
    VolumeListModel* model_;
    VolumeFilter* filter_;
    QListView* view_;
    QLabel* count_;
    QAction *show_, *rename_, *complete_, *flag_, *statistics_, *relink_, *remove_;
    QActionGroup* axes_;
};

}  // namespace protolabel::ui
