#include "ui/commands/command_palette.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/commands/commands.h"

namespace protolabel::ui {

static int fitWord(const QString& word, const QString& text) {
    const auto at = text.indexOf(word, 0, Qt::CaseInsensitive);
    if (at == 0 || (at > 0 && !text[at - 1].isLetterOrNumber())) return 100;
    if (at > 0) return 50;
    qsizetype from = 0;
    for (const QChar letter : word) {
        from = text.indexOf(letter, from, Qt::CaseInsensitive);
        if (from < 0) return -1;
        ++from;
    }
    return 10;
}

int fit(const QString& typed, const QString& text) {
    int sum = 0;
    for (const QString& word : typed.split(' ', Qt::SkipEmptyParts)) {
        const int one = fitWord(word, text);
        if (one < 0) return -1;
        sum += one;
    }
    return sum;
}

CommandPalette::CommandPalette(Commands& commands, QWidget* parent)
    : QDialog(parent, Qt::Popup), commands_(commands), field_(new QLineEdit), list_(new QListWidget) {
    setObjectName("commandPalette");
    setAccessibleName(tr("Commands"));
    field_->setObjectName("commandPaletteField");
    field_->setAccessibleName(tr("Name of a command"));
    field_->setPlaceholderText(tr("Type the name of a command"));
    field_->setClearButtonEnabled(true);
    list_->setObjectName("commandPaletteList");
    list_->setAccessibleName(tr("Commands found"));
    list_->setFocusPolicy(Qt::NoFocus);
    list_->setUniformItemSizes(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(field_);
    layout->addWidget(list_);
    field_->installEventFilter(this);
    connect(field_, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(field_, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(list_, &QListWidget::itemClicked, this, &CommandPalette::run);
}

void CommandPalette::open() {
    field_->clear();
    narrow({});
    const QWidget& window = *parentWidget();
    resize(std::min(640, window.width() - 80), std::min(420, window.height() - 80));
    move(window.mapToGlobal(QPoint((window.width() - width()) / 2, 60)));
    show();
    field_->setFocus();
}

bool CommandPalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == field_ && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const int step = key == Qt::Key_Down       ? 1
                         : key == Qt::Key_Up       ? -1
                         : key == Qt::Key_PageDown ? 10
                         : key == Qt::Key_PageUp   ? -10
                                                   : 0;
        if (step != 0) {
            list_->setCurrentRow(std::clamp(list_->currentRow() + step, 0, std::max(0, list_->count() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void CommandPalette::narrow(const QString& typed) {
    std::vector<std::pair<int, QString>> found;
    for (const QString& id : commands_.ids()) {
        const QAction& action = *commands_.action(id);
        const CommandInfo& info = commands_.info(id);
        if (!action.isEnabled()) continue;
        const int quality = fit(typed, info.category + " " + QString(action.text()).remove('&'));
        if (quality >= 0) found.emplace_back(quality, id);
    }
    std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    list_->clear();
    for (const auto& [quality, id] : found) {
        const QAction& action = *commands_.action(id);
        QString text = commands_.info(id).category + ": " + QString(action.text()).remove('&');
        if (action.isCheckable() && action.isChecked()) text += " " + tr("(on)");
        if (!action.shortcut().isEmpty()) text += "    (" + action.shortcut().toString(QKeySequence::NativeText) + ")";
        auto* item = new QListWidgetItem(text, list_);
        item->setData(Qt::UserRole, id);
        item->setToolTip(commands_.info(id).help);
    }
    list_->setCurrentRow(0);
}

void CommandPalette::run() {
    const QListWidgetItem* item = list_->currentItem();
    close();
    if (item == nullptr) return;
    QAction* action = commands_.action(item->data(Qt::UserRole).toString());
    QMetaObject::invokeMethod(
        action, [action] { action->trigger(); }, Qt::QueuedConnection);
}

}  // namespace protolabel::ui
