#include "ui/dialogs/help_dialog.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

// Outside of namespaces, as it has to be.
static void loadHelp() {
    Q_INIT_RESOURCE(help);
}

namespace protolabel::ui {

HelpDialog::HelpDialog(QWidget* parent) : QDialog(parent) {
    setObjectName("help");
    setWindowTitle(tr("Help and keys"));
    loadHelp();
    QFile file(":/docs/help.md");
    file.open(QIODevice::ReadOnly);
    auto* text = new QTextBrowser(this);
    text->setObjectName("help.text");
    text->setAccessibleName(windowTitle());
    text->setMarkdown(QString::fromUtf8(file.readAll()));
    auto* find = new QLineEdit(this);
    find->setObjectName("help.find");
    find->setPlaceholderText(tr("Find; Enter goes on"));
    find->setAccessibleName(find->placeholderText());
    find->setClearButtonEnabled(true);
    const auto search = [text, find](bool next) {
        if (!next) text->moveCursor(QTextCursor::Start);
        if (text->find(find->text())) return;
        text->moveCursor(QTextCursor::Start);
        text->find(find->text());
    };
    connect(find, &QLineEdit::textChanged, this, [search] { search(false); });
    connect(find, &QLineEdit::returnPressed, this, [search] { search(true); });
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(find);
    column->addWidget(text, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    resize(820, 640);
    find->setFocus();
}

}  // namespace protolabel::ui
