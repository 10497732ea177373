#include "ui/commands/commands.h"

#include <QWidget>
#include <algorithm>

#include "ui/session/preferences.h"

namespace protolabel::ui {

Commands::Commands(Preferences& preferences, QWidget& window, QWidget& views)
    : preferences_(preferences), window_(window), views_(views) {}

QAction* Commands::add(const CommandInfo& info) {
    auto* action = new QAction(info.text, this);
    action->setObjectName(info.id);
    action->setCheckable(info.checkable);
    action->setShortcutContext(info.scope == Scope::Views ? Qt::WidgetWithChildrenShortcut : Qt::WindowShortcut);
    (info.scope == Scope::Views ? views_ : window_).addAction(action);
    ids_.push_back(info.id);
    Entry& entry = entries_[info.id] = {info, action};
    entry.info.shortcuts.removeAll(QKeySequence());  // a standard one that this system does not have
    showShortcuts(info.id);
    return action;
}

QAction* Commands::add(const CommandInfo& info, std::function<void()> run) {
    QAction* action = add(info);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    return action;
}

QAction* Commands::addToggle(const CommandInfo& info, std::function<void(bool)> run) {
    CommandInfo toggle = info;
    toggle.checkable = true;
    QAction* action = add(toggle);
    connect(action, &QAction::triggered, this, [run = std::move(run)](bool on) { run(on); });
    return action;
}

QAction* Commands::action(const QString& id) const {
    const auto entry = entries_.find(id);
    return entry == entries_.end() ? nullptr : entry->second.action;
}

const CommandInfo& Commands::info(const QString& id) const {
    return entries_.at(id).info;
}

static QString key(const QString& id) {
    return "shortcuts/" + id;
}

QList<QKeySequence> Commands::shortcuts(const QString& id) const {
    const QVariant chosen = preferences_.value(key(id));
    if (!chosen.isValid()) return info(id).shortcuts;
    QList<QKeySequence> all;
    for (const QString& text : chosen.toStringList())
        if (!text.isEmpty()) all.append(QKeySequence(text, QKeySequence::PortableText));
    return all;
}

bool Commands::meet(const QKeySequence& a, const QKeySequence& b) {
    return a.matches(b) != QKeySequence::NoMatch || b.matches(a) != QKeySequence::NoMatch;
}

QString Commands::conflict(const QString& id, const QKeySequence& shortcut) const {
    for (const QString& other : ids_) {
        if (other == id) continue;
        const auto all = shortcuts(other);
        if (std::any_of(all.begin(), all.end(), [&](const QKeySequence& one) { return meet(one, shortcut); }))
            return other;
    }
    return {};
}

void Commands::setShortcuts(const QString& id, const QList<QKeySequence>& shortcuts) {
    QStringList texts;
    for (const auto& shortcut : shortcuts) texts.append(shortcut.toString(QKeySequence::PortableText));
    if (shortcuts == info(id).shortcuts)
        preferences_.remove(key(id));
    else
        preferences_.setValue(key(id), texts.isEmpty() ? QStringList("") : texts);
    showShortcuts(id);
    emit shortcutsChanged(id);
}

void Commands::resetShortcuts(const QString& id) {
    setShortcuts(id, info(id).shortcuts);
}

void Commands::showShortcuts(const QString& id) {
    const Entry& entry = entries_.at(id);
    const auto all = shortcuts(id);
    entry.action->setShortcuts(all);
    const QString name = QString(entry.info.text).remove('&').remove("...");
    entry.action->setToolTip(all.isEmpty() ? name + "\n" + entry.info.help
                                           : name + " (" + all.front().toString(QKeySequence::NativeText) + ")\n" +
                                                 entry.info.help);
    entry.action->setStatusTip(entry.info.help);
}

}  // namespace protolabel::ui
