#include "ui/dialogs/export_dialog.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>

#include "core/workflow/volume_marks.h"
#include "ui/dialogs/confirm_box.h"
#include "ui/dialogs/export_result.h"
#include "ui/dialogs/job_line.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/path_field.h"
#include "ui/dialogs/paths.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

using workflow::ExportFormat;
using workflow::ExportWhat;

enum class Which { All, Annotated, Complete, Chosen };

ExportDialog::ExportDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent),
      workspace_(workspace),
      pages_(new QStackedWidget(this)),
      format_(new QButtonGroup(this)),
      result_(new ExportResult(this)) {
    setObjectName("export");
    setWindowTitle(tr("Export labels"));
    pages_->addWidget(makeChoicePage());
    pages_->addWidget(result_);
    auto* column = new QVBoxLayout(this);
    column->addWidget(pages_);
    resize(720, 620);
    connect(result_, &ExportResult::closed, this, &QDialog::accept);
    connect(&workspace, &Workspace::projectAboutToClose, this, &QDialog::reject);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (changes.volumes || changes.settings || !changes.annotation.empty()) tickVolumes();
    });
    const auto file = workspace.project()->file();
    const bool again = workspace.preferences().value("export/project").toString() == toText(file);
    folder_->setText(again ? workspace.preferences().value("folders/export").toString()
                           : toText(file.parent_path() / (file.stem().string() + "-export")));
    tickVolumes();
}

QWidget* ExportDialog::makeFormats() {
    auto* box = new QGroupBox(tr("Format"), this);
    auto* column = new QVBoxLayout(box);
    const auto add = [&](ExportFormat format, const QString& name, const QString& title, const QString& sentence) {
        auto* button = new QRadioButton(title, box);
        button->setObjectName("format." + name);
        button->setAccessibleDescription(sentence);
        auto* text = new QLabel(sentence, box);
        text->setWordWrap(true);
        text->setIndent(24);
        text->setForegroundRole(QPalette::PlaceholderText);
        format_->addButton(button, static_cast<int>(format));
        column->addWidget(button);
        column->addWidget(text);
    };
    add(ExportFormat::Nifti, "nifti", tr("&NIfTI"),
        tr("One .nii.gz label map per volume on the volume's own grid, and labels.json with names and colours."));
    add(ExportFormat::Nrrd, "nrrd", tr("N&RRD for 3D Slicer"),
        tr("One .seg.nrrd per volume that opens as a segmentation with the names and colours of the labels."));
    add(ExportFormat::NnUnet, "nnunet", tr("nn&U-Net"),
        tr("A training set: imagesTr, labelsTr and dataset.json; labels are renumbered 1, 2, 3, ... as nnU-Net "
           "demands."));
    add(ExportFormat::ItkSnap, "itksnap", tr("&ITK-SNAP"),
        tr("NIfTI label maps and labels.txt, which ITK-SNAP loads as label descriptions."));
    format_->button(static_cast<int>(ExportFormat::Nifti))->setChecked(true);
    return box;
}

QWidget* ExportDialog::makeChoicePage() {
    auto* page = new QWidget(this);
    what_ = new QComboBox(page);
    what_->setObjectName("what");
    what_->addItem(tr("The annotation"), static_cast<int>(ExportWhat::Annotation));
    what_->addItem(tr("The proposals"), static_cast<int>(ExportWhat::Proposals));
    what_->addItem(tr("Both, in files of their own"), static_cast<int>(ExportWhat::Both));
    which_ = new QComboBox(page);
    which_->setObjectName("which");
    which_->addItem(tr("All volumes"), static_cast<int>(Which::All));
    which_->addItem(tr("Volumes with an annotation"), static_cast<int>(Which::Annotated));
    which_->addItem(tr("Volumes marked as complete"), static_cast<int>(Which::Complete));
    which_->addItem(tr("The ticked ones"), static_cast<int>(Which::Chosen));
    volumes_ = new QListWidget(page);
    volumes_->setObjectName("volumes");
    volumes_->setAccessibleName(tr("Volumes to export"));
    folder_ = new PathField(workspace_.preferences(), tr("Folder to export to"), "export", page);
    job_ = new JobLine(workspace_.jobs(), page);
    message_ = new MessageLine(page);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, page);
    export_ = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    export_->setObjectName("export");
    export_->setDefault(true);

    auto* form = new QFormLayout;
    form->addRow(tr("&What:"), what_);
    form->addRow(tr("&Volumes:"), which_);
    form->addRow(QString(), volumes_);
    form->addRow(tr("&Folder:"), folder_);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeFormats());
    column->addLayout(form, 1);
    column->addWidget(job_);
    column->addWidget(message_);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, &ExportDialog::askAndRun);
    connect(format_, &QButtonGroup::idClicked, this, &ExportDialog::check);
    connect(what_, &QComboBox::currentIndexChanged, this, &ExportDialog::check);
    connect(which_, &QComboBox::currentIndexChanged, this, &ExportDialog::tickVolumes);
    connect(volumes_, &QListWidget::itemChanged, this, &ExportDialog::ticked);
    connect(folder_, &PathField::changed, this, &ExportDialog::check);
    connect(job_, &JobLine::ended, this, &ExportDialog::enable);
    return page;
}

void ExportDialog::tickVolumes() {
    if (workspace_.project() == nullptr) return;
    const auto& project = *workspace_.project();
    const auto complete = workflow::volumeMarks(store()).complete;
    const auto which = static_cast<Which>(which_->currentData().toInt());
    std::set<qlonglong> before;
    for (int row = 0; row < volumes_->count(); ++row)
        if (volumes_->item(row)->checkState() == Qt::Checked)
            before.insert(volumes_->item(row)->data(Qt::UserRole).toLongLong());
    const QSignalBlocker blocker(volumes_);
    volumes_->clear();
    for (const auto& volume : project.volumes()) {
        const bool wanted = which == Which::All         ? true
                            : which == Which::Annotated ? !store().annotationCounts(volume.id).empty()
                            : which == Which::Complete  ? complete.count(volume.id) != 0
                                                        : before.count(volume.id.value) != 0;
        auto* item = new QListWidgetItem(QString::fromStdString(volume.name), volumes_);
        item->setData(Qt::UserRole, static_cast<qlonglong>(volume.id.value));
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(wanted ? Qt::Checked : Qt::Unchecked);
    }
    check();
}

void ExportDialog::ticked() {
    const QSignalBlocker blocker(which_);
    which_->setCurrentIndex(which_->findData(static_cast<int>(Which::Chosen)));
    check();
}

int ExportDialog::tickedCount() const {
    int count = 0;
    for (int row = 0; row < volumes_->count(); ++row) count += volumes_->item(row)->checkState() == Qt::Checked ? 1 : 0;
    return count;
}

workflow::ExportOptions ExportDialog::options() const {
    workflow::ExportOptions options;
    options.folder = folder_->path();
    options.format = static_cast<ExportFormat>(format_->checkedId());
    options.what = static_cast<ExportWhat>(what_->currentData().toInt());
    for (int row = 0; row < volumes_->count(); ++row)
        if (volumes_->item(row)->checkState() == Qt::Checked)
            options.volumes.push_back(volumes_->item(row)->text().toStdString());
    if (static_cast<int>(options.volumes.size()) == volumes_->count()) options.volumes.clear();  // all
    return options;
}

QString ExportDialog::problem() const {
    const auto chosen = options();
    if (tickedCount() == 0) return tr("No volume is ticked; there is nothing to export.");
    if (chosen.format == ExportFormat::NnUnet && chosen.what == ExportWhat::Both)
        return tr("nnU-Net takes one label map per case: export either the annotation or the proposals.");
    if (folder_->text().isEmpty()) return tr("Choose a folder to export to; it is made if it is not there.");
    return {};
}

void ExportDialog::check() {
    message_->say(Severity::Information, problem());
    enable();
}

void ExportDialog::enable() {
    export_->setEnabled(problem().isEmpty() && !job_->running());
}

void ExportDialog::askAndRun() {
    std::vector<std::filesystem::path> replaced;
    try {
        replaced = workflow::filesToReplace(store(), options());
    } catch (...) {
        return message_->say(Severity::Problem, errorText(currentError()) + ".");
    }
    if (replaced.empty()) return run();
    QStringList names;
    for (const auto& file : replaced) names.append(toText(file.filename()));
    constexpr int kShown = 8;
    const bool more = names.size() > kShown;
    const auto count = static_cast<int>(replaced.size());
    ui::ask(this,
            {.title = tr("Replace files?"),
             .text = tr("%n file(s) in this folder would be replaced.", nullptr, count),
             .details = names.mid(0, kShown).join(", ") + (more ? ", ..." : ""),
             .accept = tr("Replace %n file(s)", nullptr, count),
             .refuse = tr("Keep them")},
            [this] { run(); });
}

void ExportDialog::run() {
    workspace_.preferences().setValue("folders/export", folder_->text());
    workspace_.preferences().setValue("export/project", toText(workspace_.project()->file()));
    message_->clear();
    job_->follow(workspace_.jobs().start(
        tr("Exporting"),
        [this, &store = store(), options = options()](JobControl& control) -> Jobs::Finish {
            const auto outcome = workflow::exportVolumes(store, options, control);
            return [this, outcome, options] {
                result_->show(outcome, options.folder);
                pages_->setCurrentWidget(result_);
                emit exported();
            };
        },
        this, [this](const Error& error) { message_->say(Severity::Problem, errorText(error)); }));
    enable();
}

project::ProjectStore& ExportDialog::store() const {
    return workspace_.project()->store();
}

}  // namespace protolabel::ui
