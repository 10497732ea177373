#include "ui/dialogs/shortcuts_page.h"

#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include "ui/commands/commands.h"
#include "ui/commands/shortcut_model.h"
#include "ui/dialogs/confirm_box.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/tables.h"

namespace protolabel::ui {

namespace {

/// Takes one key; whatever is pressed after it, as Enter, only ends the typing.
class KeyEdit : public QKeySequenceEdit {
public:
    using QKeySequenceEdit::QKeySequenceEdit;

protected:
    void keyPressEvent(QKeyEvent* event) override {
        if (keySequence().isEmpty()) return QKeySequenceEdit::keyPressEvent(event);
        event->accept();
        emit editingFinished();
    }
};

/// Takes the key as it is pressed; it is stored a second later, or when the cell is left.
class KeysDelegate : public QStyledItemDelegate {
public:
    KeysDelegate(Commands& commands, const ShortcutModel& model, const QSortFilterProxyModel& filtered,
                 MessageLine& message, QObject* parent)
        : QStyledItemDelegate(parent), commands_(commands), model_(model), filtered_(filtered), message_(message) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const override {
        auto* editor = new KeyEdit(parent);
        editor->setObjectName("keys");
        editor->setAccessibleName(ShortcutsPage::tr("Press the new keys"));
        auto* self = const_cast<KeysDelegate*>(this);  // signals of a delegate are not const, its functions are
        connect(editor, &QKeySequenceEdit::editingFinished, self, [self, editor] {
            emit self->commitData(editor);
            emit self->closeEditor(editor);
        });
        return editor;
    }
    void setEditorData(QWidget*, const QModelIndex&) const override {}  // begins empty: the old keys are in the way
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        const auto keys = static_cast<QKeySequenceEdit*>(editor)->keySequence();
        if (keys.isEmpty()) return;  // nothing was pressed
        const QString text = keys.toString(QKeySequence::NativeText);
        const QString id = model_.idAt(filtered_.mapToSource(index).row());
        if (!commands_.conflict(id, keys).isEmpty()) return offer(id, keys);
        const QString objection = model_.objection(filtered_.mapToSource(index).row(), text);
        message_.say(Severity::Warning, objection.isEmpty() ? objection : objection + ".");
        if (objection.isEmpty()) model->setData(index, text);
    }

private:
    /// The key is another command's: that may have to do without it.
    void offer(const QString& id, const QKeySequence& key) const {
        const QString other = commands_.conflict(id, key);
        const auto name = [this](const QString& of) { return QString(commands_.info(of).text).remove('&'); };
        const QString text = key.toString(QKeySequence::NativeText);
        ask(message_.window(),
            {.title = ShortcutsPage::tr("Take the key away?"),
             .text = ShortcutsPage::tr("%1 is the shortcut of \"%2\".").arg(text, name(other)),
             .accept = ShortcutsPage::tr("Give %1 to \"%2\"").arg(text, name(id)),
             .refuse = ShortcutsPage::tr("Leave it")},
            [&commands = commands_, id, key] {
                QString owner;
                while (!(owner = commands.conflict(id, key)).isEmpty()) {
                    auto left = commands.shortcuts(owner);
                    left.removeIf([&](const QKeySequence& one) { return Commands::meet(one, key); });
                    commands.setShortcuts(owner, left);
                }
                commands.setShortcuts(id, {key});
            });
    }

    Commands& commands_;
    const ShortcutModel& model_;
    const QSortFilterProxyModel& filtered_;
    MessageLine& message_;
};

}  // namespace

ShortcutsPage::ShortcutsPage(Commands& commands, QWidget* parent)
    : QWidget(parent),
      commands_(commands),
      model_(new ShortcutModel(commands, this)),
      filtered_(new QSortFilterProxyModel(this)),
      table_(new QTableView(this)),
      message_(new MessageLine(this)) {
    setWindowTitle(tr("Shortcuts"));
    auto* filter = new QLineEdit(this);
    filter->setObjectName("filter");
    filter->setPlaceholderText(tr("Find a command or a key"));
    filter->setAccessibleName(filter->placeholderText());
    filter->setClearButtonEnabled(true);
    filtered_->setSourceModel(model_);
    filtered_->setFilterKeyColumn(-1);
    filtered_->setFilterCaseSensitivity(Qt::CaseInsensitive);
    table_->setObjectName("shortcuts");
    table_->setModel(filtered_);
    setUpTable(*table_, tr("Shortcuts"));
    table_->setItemDelegateForColumn(ShortcutModel::Shortcuts,
                                     new KeysDelegate(commands, *model_, *filtered_, *message_, this));
    const auto button = [this](const QString& text, const QString& name) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        return made;
    };
    auto* press = button(tr("&Press new keys"), "shortcuts.press");
    auto* none = button(tr("&No keys"), "shortcuts.none");
    auto* reset = button(tr("&Reset"), "shortcuts.reset");
    auto* resetAll = button(tr("Reset &all"), "shortcuts.reset_all");
    auto* buttons = new QHBoxLayout;
    for (auto* one : {press, none, reset, resetAll}) buttons->addWidget(one);
    buttons->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(filter);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
    column->addWidget(message_);

    const auto enable = [this, press, none, reset] {
        for (auto* one : {press, none, reset}) one->setEnabled(currentRow() >= 0);
    };
    enable();
    connect(filter, &QLineEdit::textChanged, filtered_, &QSortFilterProxyModel::setFilterFixedString);
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, enable);
    connect(press, &QPushButton::clicked, this,
            [this] { table_->edit(table_->currentIndex().siblingAtColumn(ShortcutModel::Shortcuts)); });
    connect(none, &QPushButton::clicked, this, [this] {
        message_->clear();
        commands_.setShortcuts(model_->idAt(currentRow()), {});
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        const QString id = model_->idAt(currentRow());
        const auto own = QKeySequence::listToString(commands_.info(id).shortcuts, QKeySequence::NativeText);
        const QString objection = model_->objection(currentRow(), own);
        message_->say(Severity::Warning, objection.isEmpty() ? objection : objection + ".");
        if (objection.isEmpty()) commands_.resetShortcuts(id);
    });
    connect(resetAll, &QPushButton::clicked, this, [this] {
        message_->clear();
        for (const QString& id : commands_.ids()) commands_.resetShortcuts(id);
    });
}

int ShortcutsPage::currentRow() const {
    return filtered_->mapToSource(table_->currentIndex()).row();
}

}  // namespace protolabel::ui
