#pragma once

#include <QWidget>

class QLabel;
class QListView;

namespace protolabel::ui {

class Commands;
class RecentProjectsModel;
class Workspace;

/// What is seen while no project is open: the latest projects, the ways to begin, and what the program is for in three lines.
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

signals:
    void newRequested();
    void browseRequested();
    void openRequested(const QString& file);
    void demoRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeActions();
    QWidget* makeRecent();
    void open(const QModelIndex& index);
    void forget(const QModelIndex& index);
    void showRecent();

    Workspace& workspace_;
    RecentProjectsModel* model_;
    QListView* recent_;
    QLabel* none_;
};

}  // namespace protolabel::ui
