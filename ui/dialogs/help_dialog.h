#pragma once

#include <QDialog>

namespace protolabel::ui {

/// What the mouse and the keys do, resources/docs/help.md, with a field to find words in it.
class HelpDialog : public QDialog {
    Q_OBJECT

public:
    explicit HelpDialog(QWidget* parent = nullptr);
};

}  // namespace protolabel::ui
