#pragma once

#include <QWidget>

namespace protolabel::ui {

class Preferences;

/// Theme, language, display of grey values.
class LookPage : public QWidget {
    Q_OBJECT

public:
    explicit LookPage(Preferences& preferences, QWidget* parent = nullptr);
};

}  // namespace protolabel::ui
