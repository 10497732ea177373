#pragma once

#include <QObject>
#include <QTimer>
#include <optional>

namespace protolabel::ui {

class Workspace;

/// How alike the two nearest supports segment the slice in view, for the active label where it is proposed there. Asked of the worker, once it runs and
/// has nothing else to do, only while somebody wants to know, a moment after the view has come to rest. UI thread.
class Agreement : public QObject {
    Q_OBJECT

public:
    explicit Agreement(Workspace& workspace);

    /// What is known of the slice in view: 0..1; nothing: not known (yet), or there is but one support.
    std::optional<double> value() const { return value_; }
    void want();  ///< by somebody who shows the slice in view, each time that one changes

    /// Of the proposals below this, more than half had a Dice below 0.3 (decisions.md).
    static constexpr double kLow = 0.6;

signals:
    void changed();

private:
    void outdate();
    void ask();

    Workspace& workspace_;
    QTimer pause_;
    int job_ = 0;
    bool asked_ = false;  ///< for the slice in view
    std::optional<double> value_;
};

}  // namespace protolabel::ui
