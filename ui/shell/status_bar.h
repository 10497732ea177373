#pragma once

#include <QStatusBar>
#include <optional>

#include "viewer/base/read_out.h"

class QLabel;

namespace protolabel::viewer {
class ViewerWidget;
}

namespace protolabel::ui {

class Workspace;
class JobIndicator;

/// What is under the pointer (index, mm, value, label), the tool and the active label, and the jobs.
class StatusBar : public QStatusBar {
    Q_OBJECT

public:
    StatusBar(Workspace& workspace, viewer::ViewerWidget& viewer, QWidget* parent = nullptr);

signals:
    void jobListWanted();

private:
    void showReadOut(const std::optional<viewer::ReadOut>& readOut);
    void showFrame();
    void showLabel();

    Workspace& workspace_;
    QLabel* readOut_;
    QLabel* frame_;
    QLabel* label_;
};

}  // namespace protolabel::ui
