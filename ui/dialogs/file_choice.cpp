#include "ui/dialogs/file_choice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include "ui/session/preferences.h"

namespace protolabel::ui {

QFileDialog* chooseFiles(QWidget* parent, Preferences& preferences, const FileChoice& choice,
                         std::function<void(const QStringList&)> chosen) {
    using Kind = FileChoice::Kind;
    const QString key = "folders/" + choice.memory;
    const QString home = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString folder = choice.folder.isEmpty() ? preferences.value(key, home).toString() : choice.folder;
    if (!QFileInfo(folder).isDir()) folder = QDir::homePath();

    auto* dialog = new QFileDialog(parent, choice.title, folder);
    dialog->setObjectName("files");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(choice.kind == Kind::Folder      ? QFileDialog::Directory
                        : choice.kind == Kind::OpenFiles ? QFileDialog::ExistingFiles
                        : choice.kind == Kind::OpenFile  ? QFileDialog::ExistingFile
                                                         : QFileDialog::AnyFile);
    if (choice.kind == Kind::SaveFile) dialog->setAcceptMode(QFileDialog::AcceptSave);
    if (choice.kind == Kind::Folder) dialog->setOption(QFileDialog::ShowDirsOnly);
    if (!choice.filters.isEmpty()) dialog->setNameFilters(choice.filters);
    if (choice.kind == Kind::SaveFile)
        QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
            static const QRegularExpression suffix("\\*\\.(\\w+)");  // of "Tables (*.csv)"
            if (const auto match = suffix.match(filter); match.hasMatch()) dialog->setDefaultSuffix(match.captured(1));
        });
    if (!choice.suffix.isEmpty()) dialog->setDefaultSuffix(choice.suffix);
    if (!choice.name.isEmpty()) dialog->selectFile(choice.name);
    QObject::connect(dialog, &QFileDialog::filesSelected, parent,
                     [&preferences, key, kind = choice.kind, run = std::move(chosen)](const QStringList& files) {
                         if (files.isEmpty()) return;
                         preferences.setValue(
                             key, kind == Kind::Folder ? files.front() : QFileInfo(files.front()).absolutePath());
                         run(files);
                     });
    dialog->open();
    return dialog;
}

QStringList imageFilters() {
    return {QCoreApplication::translate("FileChoice", "Images") +
                " (*.nii *.nii.gz *.hdr *.img *.nrrd *.nhdr *.mha *.mhd *.dcm)",
            QCoreApplication::translate("FileChoice", "All files") + " (*)"};
}

QStringList labelTableFilters() {
    return {QCoreApplication::translate("FileChoice", "Label tables") + " (*.txt *.ctbl *.json *.label)",
            QCoreApplication::translate("FileChoice", "All files") + " (*)"};
}

}  // namespace protolabel::ui
