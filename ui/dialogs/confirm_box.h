#pragma once

#include <QString>
#include <functional>

class QMessageBox;
class QWidget;

namespace protolabel::ui {

/// What is asked, with the answers as buttons that say what happens: "Remove 3 volumes", "Keep".
struct Question {
    QString title;
    QString text;
    QString details = {};  ///< a second, smaller paragraph
    QString accept;
    QString refuse;
};

/// Asks without stopping the program; `accepted` runs after the first button. Enter and Escape refuse. `parent` must not be null; the box
/// belongs to it and goes when it was answered.
QMessageBox* ask(QWidget* parent, const Question& question, std::function<void()> accepted);

}  // namespace protolabel::ui
