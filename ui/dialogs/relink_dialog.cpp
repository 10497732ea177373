#include "ui/dialogs/relink_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/dialogs/job_line.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/path_field.h"
#include "ui/dialogs/paths.h"
#include "ui/dialogs/tables.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

using project::MissingVolume;

static const char* const kMemory = "relink";

RelinkDialog::RelinkDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent), workspace_(workspace), table_(new QTableWidget(0, 3, this)) {
    setObjectName("relink");
    setWindowTitle(tr("Find missing files"));
    auto* text = new QLabel(tr("These images are not where they were. Choose a folder to look for them in, with all "
                               "folders below it: a file is taken when its content is the one that was imported."),
                            this);
    text->setWordWrap(true);
    table_->setObjectName("missing");
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setHorizontalHeaderLabels({tr("Volume"), tr("Was at"), tr("Found")});
    setUpTable(*table_, tr("Missing files"));
    folder_ = new PathField(workspace.preferences(), tr("Folder to search"), kMemory, this);
    auto* folderTitle = new QLabel(tr("&Look in:"), this);
    folderTitle->setBuddy(folder_->field());
    renamed_ = new QCheckBox(tr("Also find &renamed files (reads every image in the folder)"), this);
    renamed_->setObjectName("renamed");
    job_ = new JobLine(workspace.jobs(), this);
    message_ = new MessageLine(this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    search_ = buttons->addButton(tr("&Search"), QDialogButtonBox::ActionRole);
    search_->setObjectName("search");
    apply_ = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    apply_->setObjectName("apply");

    auto* row = new QHBoxLayout;
    row->addWidget(folderTitle);
    row->addWidget(folder_, 1);
    auto* column = new QVBoxLayout(this);
    column->addWidget(text);
    column->addWidget(table_, 1);
    column->addLayout(row);
    column->addWidget(renamed_);
    column->addWidget(job_);
    column->addWidget(message_);
    column->addWidget(buttons);
    resize(860, 440);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(search_, &QPushButton::clicked, this, &RelinkDialog::search);
    connect(apply_, &QPushButton::clicked, this, &RelinkDialog::apply);
    connect(folder_, &PathField::changed, this, [this] {
        message_->clear();
        enable();
    });
    connect(job_, &JobLine::ended, this, &RelinkDialog::enable);
    connect(&workspace, &Workspace::projectAboutToClose, this, &QDialog::reject);
    folder_->setText(workspace.preferences().value(QString("folders/") + kMemory).toString());
    list(missingNow());
    if (missing_.empty()) message_->say(Severity::Information, tr("All images are where they should be."));
}

std::vector<MissingVolume> RelinkDialog::missingNow() const {
    JobControl control;
    return project::findMissing(workspace_.project()->store(), {}, project::SearchBy::Name, control);
}

/// The best candidate comes first.
static bool isFound(const MissingVolume& volume) {
    return !volume.candidates.empty() && volume.candidates.front().sameContent;
}

static QString describe(const MissingVolume& volume) {
    if (volume.candidates.empty()) return {};
    const auto& best = volume.candidates.front();
    const QString path = toText(best.path);
    if (!best.sameContent) return RelinkDialog::tr("another image of this name, not taken: %1").arg(path);
    return (best.sameName ? RelinkDialog::tr("by name and content: %1")
                          : RelinkDialog::tr("by content, under another name: %1"))
        .arg(path);
}

void RelinkDialog::list(std::vector<MissingVolume> missing) {
    missing_ = std::move(missing);
    table_->setRowCount(static_cast<int>(missing_.size()));
    for (int row = 0; row < table_->rowCount(); ++row) {
        const auto& volume = missing_[static_cast<std::size_t>(row)];
        const QStringList texts{QString::fromStdString(volume.volume.name), toText(volume.volume.source.path),
                                describe(volume)};
        for (int column = 0; column < texts.size(); ++column) {
            auto* item = new QTableWidgetItem(texts[column]);
            item->setToolTip(texts[column]);
            table_->setItem(row, column, item);
        }
        if (!volume.candidates.empty())
            table_->item(row, 2)->setIcon(
                style()->standardIcon(isFound(volume) ? QStyle::SP_DialogApplyButton : QStyle::SP_MessageBoxWarning));
    }
    enable();
}

void RelinkDialog::enable() {
    const auto found = static_cast<int>(std::count_if(missing_.begin(), missing_.end(), isFound));
    search_->setEnabled(!missing_.empty() && !folder_->text().isEmpty() && !job_->running());
    apply_->setText(found == 0 ? tr("Use what was found") : tr("Use %n file(s)", nullptr, found));
    apply_->setEnabled(found > 0 && !job_->running());
    (found > 0 ? apply_ : search_)->setDefault(true);
}

void RelinkDialog::search() {
    std::error_code ignored;
    if (!std::filesystem::is_directory(folder_->path(), ignored)) {
        message_->say(Severity::Warning, tr("There is no folder \"%1\"; choose one that exists.").arg(folder_->text()));
        return;
    }
    workspace_.preferences().setValue(QString("folders/") + kMemory, folder_->text());
    message_->clear();
    const auto by = renamed_->isChecked() ? project::SearchBy::NameAndContent : project::SearchBy::Name;
    job_->follow(workspace_.jobs().start(
        tr("Looking for missing files"),
        [this, store = &workspace_.project()->store(), folder = folder_->path(),
         by](JobControl& control) -> Jobs::Finish {
            const auto missing = project::findMissing(*store, {folder}, by, control);
            return [this, missing] {
                list(missing);
                const auto left =
                    missing.size() - static_cast<std::size_t>(std::count_if(missing.begin(), missing.end(), isFound));
                if (left > 0)
                    message_->say(Severity::Warning,
                                  tr("%n file(s) are not in this folder.", nullptr, static_cast<int>(left)));
                emit searched();
            };
        },
        this, [this](const Error& error) { message_->say(Severity::Problem, errorText(error)); }));
    enable();
}

void RelinkDialog::apply() {
    std::map<VolumeId, std::filesystem::path> paths;
    for (const auto& volume : missing_)
        if (isFound(volume)) paths[volume.volume.id] = volume.candidates.front().path;
    try {
        project::relinkTo(workspace_.project()->store(), paths);
        list(missingNow());
    } catch (...) {
        message_->say(Severity::Problem, errorText(currentError()));
        return;
    }
    if (missing_.empty()) accept();
}

}  // namespace protolabel::ui
