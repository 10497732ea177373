#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace protolabel::ui {

class LabelListEditor;
class MessageLine;
class PathField;
class Workspace;

/// Asks where a new project goes and which labels it has, makes and opens it, then offers to import images.
class NewProjectDialog : public QDialog {
    Q_OBJECT

public:
    explicit NewProjectDialog(Workspace& workspace, QWidget* parent = nullptr);

signals:
    void created();  ///< it is open now

private:
    QWidget* makeFirstPage();
    QWidget* makeSecondPage();
    void check();
    void create();

    Workspace& workspace_;
    QStackedWidget* pages_;
    PathField* folder_;
    QLineEdit* name_;
    LabelListEditor* labels_;
    MessageLine* message_;
    QPushButton* create_;
};

}  // namespace protolabel::ui
