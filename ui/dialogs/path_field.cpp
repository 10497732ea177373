#include "ui/dialogs/path_field.h"

#include <QCompleter>
#include <QFileSystemModel>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/paths.h"

namespace protolabel::ui {

PathField::PathField(Preferences& preferences, const QString& title, const QString& memory, QWidget* parent)
    : QWidget(parent), field_(new QLineEdit(this)) {
    field_->setObjectName("folder");
    field_->setAccessibleName(title);
    auto* completer = new QCompleter(field_);
    auto* folders = new QFileSystemModel(completer);
    folders->setFilter(QDir::Dirs | QDir::Drives | QDir::NoDotAndDotDot);
    folders->setRootPath({});
    completer->setModel(folders);
    field_->setCompleter(completer);
    auto* choose = new QPushButton(tr("&Choose..."), this);
    choose->setObjectName("folder.choose");
    choose->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(field_, 1);
    row->addWidget(choose);
    setFocusProxy(field_);
    connect(field_, &QLineEdit::textChanged, this, &PathField::changed);
    connect(choose, &QPushButton::clicked, this, [this, &preferences, title, memory] {
        chooseFiles(this, preferences,
                    {.kind = FileChoice::Kind::Folder, .title = title, .memory = memory, .folder = text()},
                    [this](const QStringList& files) { setText(files.front()); });
    });
}

std::filesystem::path PathField::path() const {
    return toPath(text());
}

QString PathField::text() const {
    return field_->text().trimmed();
}

void PathField::setText(const QString& text) {
    field_->setText(text);
}

}  // namespace protolabel::ui
