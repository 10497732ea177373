#include "ui/dialogs/import_dialog.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QTextBrowser>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/found_volumes_model.h"
#include "ui/dialogs/job_line.h"
#include "ui/dialogs/mask_import_dialog.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/paths.h"
#include "ui/dialogs/slice_preview.h"
#include "ui/dialogs/tables.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

ImportDialog::ImportDialog(Workspace& workspace, const QStringList& paths, QWidget* parent)
    : QDialog(parent), workspace_(workspace), model_(new FoundVolumesModel(this)), pages_(new QStackedWidget(this)) {
    setObjectName("import");
    setWindowTitle(tr("Import images"));
    pages_->addWidget(makeListPage());
    pages_->addWidget(makeResultPage());
    auto* column = new QVBoxLayout(this);
    column->addWidget(pages_);
    resize(1000, 520);
    connect(&workspace, &Workspace::projectAboutToClose, this, &QDialog::reject);
    search(paths);
}

QWidget* ImportDialog::makeListPage() {
    auto* page = new QWidget(this);
    table_ = new QTableView(page);
    table_->setObjectName("images");
    table_->setModel(model_);
    setUpTable(*table_, tr("Images found"));
    table_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    table_->installEventFilter(this);
    auto& header = *table_->horizontalHeader();
    header.setSectionResizeMode(FoundVolumesModel::Name, QHeaderView::Stretch);
    header.setSectionResizeMode(FoundVolumesModel::State, QHeaderView::Interactive);
    header.setStretchLastSection(false);
    header.resizeSection(FoundVolumesModel::State, 200);
    header.setMinimumSectionSize(50);

    preview_ = new SlicePreview(workspace_.jobs(), page);
    details_ = new QLabel(page);
    details_->setObjectName("details");
    details_->setWordWrap(true);
    details_->setTextFormat(Qt::PlainText);
    details_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    details_->setFixedWidth(preview_->width());
    mask_ = new QPushButton(tr("Import as &mask..."), page);
    mask_->setObjectName("as_mask");
    mask_->setAutoDefault(false);
    auto* side = new QVBoxLayout;
    side->addWidget(preview_);
    side->addWidget(details_);
    side->addWidget(mask_);
    side->addStretch();
    auto* row = new QHBoxLayout;
    row->addWidget(table_, 1);
    row->addLayout(side);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, page);
    import_ = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    import_->setObjectName("import");
    import_->setDefault(true);
    auto* all = buttons->addButton(tr("Tick &all"), QDialogButtonBox::ActionRole);
    all->setObjectName("tick.all");
    auto* none = buttons->addButton(tr("Tick &none"), QDialogButtonBox::ActionRole);
    none->setObjectName("tick.none");

    job_ = new JobLine(workspace_.jobs(), page);
    message_ = new MessageLine(page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row, 1);
    column->addWidget(job_);
    column->addWidget(message_);
    column->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(import_, &QPushButton::clicked, this, &ImportDialog::import);
    connect(all, &QPushButton::clicked, this, [this] { model_->tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { model_->tickAll(false); });
    connect(mask_, &QPushButton::clicked, this,
            [this] { emit maskWanted(toText(model_->at(table_->currentIndex().row()).record.source.path)); });
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportDialog::showCurrent);
    connect(model_, &QAbstractItemModel::dataChanged, this, &ImportDialog::updateButtons);
    connect(model_, &QAbstractItemModel::rowsInserted, this, &ImportDialog::updateButtons);
    connect(job_, &JobLine::ended, this, &ImportDialog::updateButtons);
    showCurrent();
    return page;
}

QWidget* ImportDialog::makeResultPage() {
    auto* page = new QWidget(this);
    result_ = new QTextBrowser(page);
    result_->setObjectName("result");
    result_->setAccessibleName(tr("Result"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, page);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(result_, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    return page;
}

void ImportDialog::search(const QStringList& paths) {
    std::vector<std::filesystem::path> all;
    for (const QString& path : paths) all.push_back(toPath(path));
    auto* store = &workspace_.project()->store();
    job_->follow(workspace_.jobs().start(
        tr("Searching for images"),
        [this, store, all, model = QPointer(model_)](JobControl& control) -> Jobs::Finish {
            workflow::searchVolumes(*store, all, control, [model](workflow::FoundVolume volume) {
                // Asked of the application: the model may be gone by then.
                QMetaObject::invokeMethod(
                    qApp,
                    [model, volume = std::move(volume)] {
                        if (model) model->add(volume);
                    },
                    Qt::QueuedConnection);
            });
            return [this] {
                if (model_->rowCount() == 0)
                    message_->say(Severity::Warning,
                                  tr("There is no image here. NIfTI, NRRD, MetaImage and DICOM files "
                                     "can be imported."));
                if (model_->rowCount() > 0 && !table_->currentIndex().isValid()) table_->selectRow(0);
                emit searched();
            };
        },
        this, [this](const Error& error) { message_->say(Severity::Problem, errorText(error)); }));
    updateButtons();
}

/// Space ticks or unticks all that are chosen, whichever column the cursor is in.
bool ImportDialog::eventFilter(QObject* watched, QEvent* event) {
    if (watched != table_ || event->type() != QEvent::KeyPress ||
        static_cast<QKeyEvent*>(event)->key() != Qt::Key_Space)
        return QDialog::eventFilter(watched, event);
    const auto rows = table_->selectionModel()->selectedRows(FoundVolumesModel::Name);
    const bool all = std::all_of(rows.begin(), rows.end(), [&](const QModelIndex& row) {
        return !model_->canImport(row.row()) || row.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    });
    for (const auto& row : rows) model_->setData(row, all ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    return true;
}

void ImportDialog::showCurrent() {
    const int row = table_->currentIndex().row();
    mask_->setVisible(row >= 0 && model_->at(row).content == workflow::Content::LabelMap);
    if (row < 0) {
        preview_->show({});
        details_->clear();
        return;
    }
    const auto& volume = model_->at(row);
    preview_->show(volume.refused ? std::optional<imaging::VolumeSource>() : volume.record.source);
    QStringList lines{toText(volume.record.source.path), model_->state(row)};
    for (const auto& note : volume.record.notes) lines.append(QString::fromStdString(note));
    details_->setText(lines.join("\n\n"));
}

void ImportDialog::updateButtons() {
    const auto count = static_cast<int>(model_->ticked().size());
    import_->setText(count == 0 ? tr("Import") : tr("Import %n image(s)", nullptr, count));
    import_->setEnabled(count > 0 && !job_->running());
}

void ImportDialog::import() {
    auto* store = &workspace_.project()->store();
    message_->clear();
    job_->follow(workspace_.jobs().start(
        tr("Importing"),
        [this, store, records = model_->ticked()](JobControl&) -> Jobs::Finish {
            const auto outcome = workflow::addVolumes(*store, records);
            return [this, outcome] { showResult(outcome); };
        },
        this, [this](const Error& error) { message_->say(Severity::Problem, errorText(error)); }));
    updateButtons();
}

void ImportDialog::showResult(const workflow::ImportOutcome& outcome) {
    const auto count = static_cast<int>(outcome.volumes.size());
    QString html = "<h3>" + tr("%n image(s) imported", nullptr, count) + "</h3><ul>";
    const auto item = [](const std::string& text) {
        return "<li>" + QString::fromStdString(text).toHtmlEscaped() + "</li>";
    };
    for (const auto& volume : outcome.volumes) {
        html += "<li><b>" + QString::fromStdString(volume.name).toHtmlEscaped() + "</b><ul>";
        for (const auto& note : volume.notes) html += item(note);
        html += "</ul></li>";
    }
    html += "</ul>";
    if (!outcome.skipped.empty()) html += "<h3>" + tr("Left out") + "</h3><ul>";
    for (const auto& skipped : outcome.skipped) html += item(skipped);
    result_->setHtml(html);
    pages_->setCurrentIndex(1);
    auto* close = pages_->currentWidget()->findChild<QPushButton*>();
    close->setDefault(true);
    close->setFocus();
    emit imported();
}

ImportDialog* openImport(Workspace& workspace, const QStringList& paths, QWidget* parent) {
    auto* dialog = new ImportDialog(workspace, paths, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &ImportDialog::maskWanted, dialog, [&workspace, parent](const QString& file) {
        auto* mask = new MaskImportDialog(workspace, file, parent);
        mask->setAttribute(Qt::WA_DeleteOnClose);
        mask->show();
    });
    dialog->show();
    return dialog;
}

void chooseImages(Workspace& workspace, QWidget* parent, ImportKind kind,
                  const std::function<void(const QStringList&)>& chosen) {
    const bool folder = kind == ImportKind::Folder;
    chooseFiles(parent, workspace.preferences(),
                {.kind = folder ? FileChoice::Kind::Folder : FileChoice::Kind::OpenFiles,
                 .title = folder ? ImportDialog::tr("Import a folder") : ImportDialog::tr("Import images"),
                 .filters = folder ? QStringList() : imageFilters(),
                 .memory = "images"},
                chosen);
}

}  // namespace protolabel::ui
