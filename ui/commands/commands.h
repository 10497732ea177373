#pragma once

#include <QAction>
#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <functional>
#include <map>
#include <vector>

namespace protolabel::ui {

class Preferences;

/// Where a shortcut works.
enum class Scope {
    Window,  ///< everywhere but in fields that take the key as text
    Views,   ///< while the views have the focus
};

struct CommandInfo {
    QString id;        ///< "file.open": stable, kept in the preferences
    QString category;  ///< translated: "File"
    QString text;      ///< translated, with a mnemonic: "&Open..."
    QString help;      ///< a sentence, for tool tips and the palette
    QList<QKeySequence> shortcuts = {};
    Scope scope = Scope::Window;
    bool checkable = false;
};

/// All commands of the window. Owns their actions; menus, tool bars and the palette show the same ones. UI thread.
class Commands : public QObject {
    Q_OBJECT

public:
    /// `window` gets the actions of Scope::Window, `views` the others; both outlive this.
    Commands(Preferences& preferences, QWidget& window, QWidget& views);

    /// Shortcuts that the user chose replace those of `info`. `run` must not throw (Notices::guard).
    QAction* add(const CommandInfo& info, std::function<void()> run);
    QAction* addToggle(const CommandInfo& info, std::function<void(bool on)> run);

    /// Null when there is none.
    QAction* action(const QString& id) const;
    const CommandInfo& info(const QString& id) const;         ///< with the default shortcuts
    const std::vector<QString>& ids() const { return ids_; }  ///< in the order they were added

    QList<QKeySequence> shortcuts(const QString& id) const;
    /// Whether they are the same, or one begins with the other.
    static bool meet(const QKeySequence& a, const QKeySequence& b);
    /// Another command whose scope meets this one's and that has the shortcut, or one that begins with it; empty: none.
    QString conflict(const QString& id, const QKeySequence& shortcut) const;
    void setShortcuts(const QString& id, const QList<QKeySequence>& shortcuts);
    void resetShortcuts(const QString& id);

signals:
    void shortcutsChanged(const QString& id);

private:
    QAction* add(const CommandInfo& info);
    void showShortcuts(const QString& id);

    Preferences& preferences_;
    QWidget& window_;
    QWidget& views_;
    std::vector<QString> ids_;
    struct Entry {
        CommandInfo info;
        QAction* action;
    };
    std::map<QString, Entry> entries_;
};

}  // namespace protolabel::ui
