#pragma once

#include <QFrame>
#include <QTimer>
#include <QVariant>
#include <functional>
#include <map>
#include <vector>

class QLayout;

namespace protolabel::ui {

class Preferences;

/// One field of a command that asks: a number, a choice, or a switch.
struct Parameter {
    QString key;     ///< "mm": its value is remembered by the command's id and this
    QString label;   ///< translated, with a mnemonic
    QVariant start;  ///< double or int: a number; bool: a switch; with `choices` the data of the chosen one
    double low = 0, high = 1000, step = 1;
    QString unit = {};
    std::vector<std::pair<QString, QVariant>> choices = {};  ///< text and data
    bool remembered = true;
};

/// A line of fields for a command, at the upper edge of the views, broken where they are narrow; it leaves everything else usable. Enter applies, and it stays for another
/// try with other values; Escape closes it. Values are remembered.
class ParameterBar : public QFrame {
    Q_OBJECT

public:
    using Values = std::function<QVariant(const QString& key)>;

    /// Lies over `parent`, in the middle of its upper edge.
    ParameterBar(Preferences& preferences, QWidget& parent);

    /// Shows the fields of a command instead of those it showed. `apply` must not throw. `watch` is told the values at first and a moment after each
    /// change, and null when the fields go.
    void ask(const QString& id, const QString& title, const QString& help, const std::vector<Parameter>& parameters,
             std::function<void(const Values& values)> apply, std::function<void(const Values* values)> watch = {});
    void tellWatch();  ///< again, in a moment: something else has changed
    QString asking() const { return isVisible() ? id_ : QString(); }

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void add(QLayout& line, const Parameter& parameter);
    void run();
    void close();
    void place();
    void endWatch();

    Preferences& preferences_;
    QString id_;
    QWidget* content_ = nullptr;
    std::map<QString, std::function<QVariant()>> values_;
    std::function<void(const Values&)> apply_;
    std::function<void(const Values*)> watch_;
    QTimer soon_;
};

}  // namespace protolabel::ui
