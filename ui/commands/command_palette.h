#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace protolabel::ui {

class Commands;

/// A list of all commands that can be run now, narrowed by typing: words in any order, letters within words. Enter runs the chosen one
/// after the palette has closed.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(Commands& commands, QWidget* parent);

    void open() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void narrow(const QString& typed);
    void run();

    Commands& commands_;
    QLineEdit* field_;
    QListWidget* list_;
};

/// How well a command fits what was typed; negative: not at all. Every word must be found in `text`: at a word's start it counts most, else as letters
/// in a row, else as letters in order.
int fit(const QString& typed, const QString& text);

}  // namespace protolabel::ui
