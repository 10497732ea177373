#pragma once

#include <QWidget>

namespace protolabel::ui {

class Preferences;

/// Who works, when a pause begins, how much undo is kept.
class WorkPage : public QWidget {
    Q_OBJECT

public:
    explicit WorkPage(Preferences& preferences, QWidget* parent = nullptr);
};

}  // namespace protolabel::ui
