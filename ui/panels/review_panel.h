#pragma once

#include <QTimer>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QToolButton;
class QTreeView;

namespace protolabel::ui {

class CommentBox;
class Commands;
class ReviewModel;
class Workspace;

/// The slices of all volumes in the order in which they are worth looking at, how far the work is, and what readers say of the slice in view. With
/// "second look" it is the list of a second reader, who agrees, comments or sends back.
class ReviewPanel : public QWidget {
    Q_OBJECT

public:
    explicit ReviewPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLayout* makeFilters();
    QWidget* makeButtons(Commands& commands);
    void followProject();
    void refresh();
    void showLabels();
    void showCurrent();
    QString activeLabel() const;
    void showProgress();
    void measurePace();
    void go();
    void sendBack(Commands& commands);

    Workspace& workspace_;
    ReviewModel* model_;
    QTreeView* view_;
    QComboBox *which_, *label_, *order_;
    QCheckBox* goesOn_;
    QProgressBar* progress_;
    QLabel* note_;
    QToolButton *accept_, *agree_, *sendBack_;
    CommentBox* comments_;
    QTimer pace_;
    double secondsPerSlice_ = 0;  ///< 0: not known
};

}  // namespace protolabel::ui
