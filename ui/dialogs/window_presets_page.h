#pragma once

#include <QWidget>
#include <vector>

#include "viewer/base/window.h"

class QComboBox;
class QPushButton;
class QTableWidget;

namespace protolabel::ui {

class MessageLine;
class Workspace;

/// The windows of grey values that the keys 1 to 9 choose, per modality.
class WindowPresetsPage : public QWidget {
    Q_OBJECT

public:
    explicit WindowPresetsPage(Workspace& workspace, QWidget* parent = nullptr);

private:
    void list();
    void put(int row, const viewer::WindowPreset& preset);
    void store();  ///< unless something in the table cannot be
    void enable();

    Workspace& workspace_;
    QComboBox* modality_;
    QTableWidget* table_;
    QPushButton* add_;
    QPushButton* remove_;
    MessageLine* message_;
};

}  // namespace protolabel::ui
