#pragma once

#include <QDialog>
#include <filesystem>
#include <vector>

#include "core/workflow/consensus.h"

class QLineEdit;
class QListWidget;
class QPushButton;
class QRadioButton;
class QTreeWidget;

namespace protolabel::ui {

class MessageLine;
class Workspace;

/// Makes one annotation out of the open project and others of the same volumes: whose, by which rule, into which new project.
class ConsensusDialog : public QDialog {
    Q_OBJECT

public:
    ConsensusDialog(Workspace& workspace, QWidget* parent = nullptr);

    void addProject(const QString& file);

private:
    QWidget* makeProjects();
    QWidget* makeMethods();
    QWidget* makeTarget();
    void choose();
    void check();
    void make();
    void askAgain();
    void setAsking(bool on);  ///< whether what to make of what can be changed
    void showResult(const workflow::Consensus& consensus);
    std::filesystem::path target() const;

    Workspace& workspace_;
    std::vector<QWidget*> asked_;
    QListWidget* projects_;
    QRadioButton *staple_, *majority_;
    QLineEdit* out_;
    MessageLine* message_;
    QTreeWidget* raters_;
    QPushButton *remove_, *make_, *open_;
    bool working_ = false;
};

}  // namespace protolabel::ui
