#pragma once

#include <QWidget>
#include <optional>

#include "core/project/records.h"

class QComboBox;
class QLineEdit;
class QListWidget;

namespace protolabel::ui {

class Workspace;

/// What readers say of the volume and slice in view: a list in which comments are ticked when they are resolved, and a field for another one.
class CommentBox : public QWidget {
    Q_OBJECT

public:
    explicit CommentBox(Workspace& workspace, QWidget* parent = nullptr);

    QString text() const;  ///< in the field, not added yet
    void add();            ///< what the field says, if anything

protected:
    void showEvent(QShowEvent* event) override;

private:
    enum Subject { OnSlice, OnLabel, OnVolume };
    void read();  ///< from the project; nothing while hidden
    void refresh();
    void resolve(int row);
    void removeCurrent();
    std::optional<project::Comment> draft() const;

    Workspace& workspace_;
    QListWidget* list_;
    QLineEdit* field_;
    QComboBox* subject_;
    std::vector<project::Comment> ofVolume_;  ///< the shown one
    std::vector<project::Comment> shown_;     ///< those on the slice in view and on the volume
    bool showing_ = false;
};

}  // namespace protolabel::ui
