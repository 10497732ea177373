#pragma once

#include <QWidget>

class QLabel;

namespace protolabel::ui {

class Commands;
class Workspace;

/// Proposals: what can be done with them, what there is on the shown volume, and how they are made.
class ProposalPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProposalPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

private:
    QWidget* makeButtons(Commands& commands);
    void showState();

    Workspace& workspace_;
    QLabel* state_;
};

}  // namespace protolabel::ui
