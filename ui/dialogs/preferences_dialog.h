#pragma once

#include <QDialog>

namespace protolabel::ui {

class Commands;
class Workspace;

/// All preferences, in pages. What is changed holds at once.
class PreferencesDialog : public QDialog {
    Q_OBJECT

public:
    PreferencesDialog(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);
};

}  // namespace protolabel::ui
