#include "ui/dialogs/new_project_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>

#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/label_list_editor.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/path_field.h"
#include "ui/dialogs/paths.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static const char* const kSuffix = ".plb";
static const char* const kMemory = "projects";

static std::filesystem::path fileIn(const PathField& folder, const QString& name) {
    return folder.path() / toPath(name.endsWith(kSuffix) ? name : name + kSuffix);
}

/// The one used last, the documents or the home folder: one that is there.
static QString firstFolder(const Preferences& preferences) {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString folder = preferences.value(QString("folders/") + kMemory, documents).toString();
    return QFileInfo(folder).isDir() ? folder : QFileInfo(documents).isDir() ? documents : QDir::homePath();
}

static bool isThere(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::exists(path, ignored);
}

NewProjectDialog::NewProjectDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent), workspace_(workspace), pages_(new QStackedWidget(this)) {
    setObjectName("new_project");
    setWindowTitle(tr("New project"));
    pages_->addWidget(makeFirstPage());
    pages_->addWidget(makeSecondPage());
    auto* column = new QVBoxLayout(this);
    column->addWidget(pages_);
    resize(620, 480);

    folder_->setText(firstFolder(workspace.preferences()));
    QString name = tr("project");
    for (int n = 2; isThere(fileIn(*folder_, name)); ++n) name = tr("project") + "_" + QString::number(n);
    name_->setText(name);
    name_->selectAll();
    name_->setFocus();
}

QWidget* NewProjectDialog::makeFirstPage() {
    auto* page = new QWidget(this);
    name_ = new QLineEdit(page);
    name_->setObjectName("name");
    folder_ = new PathField(workspace_.preferences(), tr("Folder of the project"), kMemory, page);
    labels_ = new LabelListEditor(workspace_.preferences(), page);
    labels_->model().add(tr("label 1"));
    message_ = new MessageLine(page);
    auto policy = message_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);  // the buttons stay where they are
    message_->setSizePolicy(policy);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, page);
    create_ = buttons->addButton(tr("Create project"), QDialogButtonBox::AcceptRole);
    create_->setObjectName("create");

    auto* form = new QFormLayout;
    form->addRow(tr("&Name:"), name_);
    form->addRow(tr("&Folder:"), folder_);
    auto* labelsTitle = new QLabel(tr("&Labels (they can be changed later):"), page);
    labelsTitle->setBuddy(labels_);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(form);
    column->addWidget(labelsTitle);
    column->addWidget(labels_, 1);
    column->addWidget(message_);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &NewProjectDialog::create);
    connect(name_, &QLineEdit::textChanged, this, &NewProjectDialog::check);
    connect(folder_, &PathField::changed, this, &NewProjectDialog::check);
    connect(labels_, &LabelListEditor::changed, this, &NewProjectDialog::check);
    return page;
}

QWidget* NewProjectDialog::makeSecondPage() {
    auto* page = new QWidget(this);
    auto* text = new QLabel(tr("The project is ready. Which images is it for? They stay where they are; the project "
                               "refers to them. "
                               "Files and folders can also be dropped on the window at any time."),
                            page);
    text->setObjectName("ready");
    text->setWordWrap(true);
    auto* column = new QVBoxLayout(page);
    column->addWidget(text);
    const auto button = [&](const QString& title, const QString& name) {
        auto* made = new QPushButton(title, page);
        made->setObjectName(name);
        column->addWidget(made);
        return made;
    };
    auto* files = button(tr("Import image &files..."), "import.files");
    auto* folder = button(tr("Import a &folder (DICOM or many files)..."), "import.folder");
    auto* later = button(tr("&Later"), "later");
    column->addStretch();
    const auto import = [this](const QStringList& paths) {
        accept();
        openImport(workspace_, paths, parentWidget());
    };
    connect(files, &QPushButton::clicked, this,
            [this, import] { chooseImages(workspace_, this, ImportKind::Files, import); });
    connect(folder, &QPushButton::clicked, this,
            [this, import] { chooseImages(workspace_, this, ImportKind::Folder, import); });
    connect(later, &QPushButton::clicked, this, &QDialog::accept);
    return page;
}

void NewProjectDialog::check() {
    const QString name = name_->text().trimmed();
    std::error_code ignored;
    QString problem;
    if (name.isEmpty())
        problem = tr("Give the project a name.");
    else if (name.contains('/') || name.contains('\\'))
        problem = tr("A name has no slashes; choose the folder below it.");
    else if (folder_->text().isEmpty() || !std::filesystem::is_directory(folder_->path(), ignored))
        problem = tr("There is no folder \"%1\"; choose one that exists.").arg(folder_->text());
    else if (isThere(fileIn(*folder_, name)))
        problem = tr("There is a project \"%1\" in this folder already; choose another name.").arg(name);
    else
        problem = labels_->model().problem();
    message_->say(Severity::Warning, problem);
    create_->setEnabled(problem.isEmpty());
}

void NewProjectDialog::create() {
    labels_->finishTyping();
    check();
    if (!create_->isEnabled()) return;
    try {
        workspace_.createProject(fileIn(*folder_, name_->text().trimmed()), labels_->model().labels());
    } catch (...) {
        message_->say(Severity::Problem, errorText(currentError()));
        return;
    }
    workspace_.preferences().setValue(QString("folders/") + kMemory, folder_->text());
    pages_->widget(0)->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);  // the second page is small
    pages_->setCurrentIndex(1);
    adjustSize();
    pages_->currentWidget()->findChild<QPushButton*>("import.files")->setFocus();
    emit created();
}

}  // namespace protolabel::ui
