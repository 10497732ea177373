#include "ui/dialogs/mask_import_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <set>

#include "ui/dialogs/job_line.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/paths.h"
#include "ui/dialogs/tables.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

using workflow::OtherGrid;

static constexpr qlonglong kNewLabel = 0, kLeftOut = -1;  // beside the ids of labels

enum Column { Value, Voxels, Target, kColumns };

/// Words of a file name, in small letters: letters and digits in a row.
static std::set<QString> words(const std::string& name) {
    std::set<QString> all;
    QString word;
    for (const QChar c : QString::fromStdString(name).toLower() + " ") {
        if (c.isLetterOrNumber()) {
            word += c;
        } else if (!word.isEmpty()) {
            all.insert(word);
            word.clear();
        }
    }
    return all;
}

std::optional<int> guessVolume(const std::string& maskName, const std::vector<project::VolumeRecord>& volumes) {
    static const std::set<QString> kMaskWords{"seg", "segmentation", "label", "labels", "mask",
                                              "gt",  "truth",        "nii",   "gz",     "nrrd"};
    auto wanted = words(maskName);
    for (const auto& word : kMaskWords) wanted.erase(word);
    std::optional<int> best;
    std::size_t most = 0;
    for (std::size_t n = 0; n < volumes.size(); ++n) {
        auto has = words(volumes[n].name);
        // Every word of the mask's name that says whose it is must be the volume's, and the closest volume wins.
        std::size_t common = 0;
        for (const auto& word : wanted) common += has.count(word);
        if (common == 0 || common < wanted.size()) continue;
        const std::size_t quality = 1000 * common - has.size();
        if (quality > most) best = static_cast<int>(n);
        most = std::max(most, quality);
    }
    return best;
}

MaskImportDialog::MaskImportDialog(Workspace& workspace, const QString& file, QWidget* parent)
    : QDialog(parent), workspace_(workspace), file_(toPath(file)), values_(new QTableWidget(0, kColumns, this)) {
    setObjectName("mask_import");
    setWindowTitle(tr("Import a mask"));
    auto* name = new QLabel(file, this);
    name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    name->setWordWrap(true);
    volume_ = new QComboBox(this);
    volume_->setObjectName("volume");
    const auto& volumes = workspace.project()->volumes();
    for (const auto& volume : volumes) volume_->addItem(QString::fromStdString(volume.name));
    const auto guessed = guessVolume(file_.filename().string(), volumes);
    const auto* shown = workspace.shown()->record();
    if (guessed)
        volume_->setCurrentIndex(*guessed);
    else if (shown != nullptr)
        volume_->setCurrentText(QString::fromStdString(shown->name));
    grid_ = new MessageLine(this);
    grid_->setObjectName("grid");
    otherGrid_ = new QComboBox(this);
    otherGrid_->setObjectName("other_grid");
    otherGrid_->setAccessibleName(tr("What to do with the other grid"));
    values_->setObjectName("values");
    values_->setHorizontalHeaderLabels({tr("Value"), tr("Voxels"), tr("Becomes")});
    values_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUpTable(*values_, tr("Values of the mask"));
    values_->verticalHeader()->setDefaultSectionSize(volume_->sizeHint().height() + 2);
    auto* valuesTitle = new QLabel(tr("&Values:"), this);
    valuesTitle->setBuddy(values_);
    replace_ = new QCheckBox(tr("&Draw over other labels, except locked ones"), this);
    replace_->setObjectName("replace");
    job_ = new JobLine(workspace.jobs(), this);
    message_ = new MessageLine(this);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    import_ = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    import_->setObjectName("import");
    import_->setDefault(true);

    auto* form = new QFormLayout;
    form->addRow(tr("Mask:"), name);
    form->addRow(tr("V&olume:"), volume_);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(grid_);
    column->addWidget(otherGrid_);
    column->addWidget(valuesTitle);
    column->addWidget(values_, 1);
    column->addWidget(replace_);
    column->addWidget(job_);
    column->addWidget(message_);
    column->addWidget(buttons);
    resize(620, 480);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(import_, &QPushButton::clicked, this, &MaskImportDialog::import);
    connect(volume_, &QComboBox::currentIndexChanged, this, &MaskImportDialog::inspect);
    connect(otherGrid_, &QComboBox::currentIndexChanged, this, &MaskImportDialog::enable);
    connect(job_, &JobLine::ended, this, &MaskImportDialog::enable);
    connect(&workspace, &Workspace::projectAboutToClose, this, &QDialog::reject);
    otherGrid_->hide();
    enable();
    if (volumes.empty())
        message_->say(Severity::Warning, tr("The project has no volume yet; import the image of this mask first."));
    else
        inspect();
}

void MaskImportDialog::inspect() {
    contents_.reset();
    message_->clear();
    grid_->clear();
    job_->stop();
    job_->follow(workspace_.jobs().start(
        tr("Reading the mask"),
        [this, store = &workspace_.project()->store(),
         volume = volume_->currentText().toStdString()](JobControl&) -> Jobs::Finish {
            const auto contents = workflow::inspectMask(*store, volume, file_);
            return [this, contents] { list(contents); };
        },
        this,
        [this](const Error& error) {
            message_->say(Severity::Problem, errorText(error));
            emit inspected();
        }));
    enable();
}

/// The name of a new label is typed over its entry; what was chosen from the list cannot be edited.
static void letNameBeTyped(QComboBox& targets) {
    targets.setEditable(targets.currentData().toLongLong() == kNewLabel);
    if (!targets.isEditable()) return;
    targets.setInsertPolicy(QComboBox::NoInsert);
    targets.lineEdit()->selectAll();
}

QComboBox* MaskImportDialog::makeTargets(int value) {
    auto* targets = new QComboBox(values_);
    targets->setObjectName("target." + QString::number(value));
    targets->setAccessibleName(tr("What value %1 becomes").arg(value));
    for (const auto& label : workspace_.project()->labels()) {
        QPixmap swatch(12, 12);
        swatch.fill(QColor(label.color.red, label.color.green, label.color.blue));
        targets->addItem(swatch, QString::fromStdString(label.name), static_cast<qlonglong>(label.id.value));
    }
    targets->addItem(tr("a new label: type its name"), kNewLabel);
    targets->addItem(tr("(left out)"), kLeftOut);
    connect(targets, &QComboBox::currentIndexChanged, targets, [targets] { letNameBeTyped(*targets); });
    return targets;
}

void MaskImportDialog::list(const workflow::MaskContents& contents) {
    contents_ = contents;
    values_->setRowCount(0);
    values_->setRowCount(static_cast<int>(contents.values.size()));
    for (int row = 0; row < values_->rowCount(); ++row) {
        const auto& value = contents.values[static_cast<std::size_t>(row)];
        auto* number = new QTableWidgetItem(QString::number(value.value));
        auto* voxels = new QTableWidgetItem(QLocale().toString(static_cast<qlonglong>(value.voxels)));
        for (auto* item : {number, voxels}) item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        values_->setItem(row, Value, number);
        values_->setItem(row, Voxels, voxels);
        auto* targets = makeTargets(value.value);
        const int known = targets->findData(static_cast<qlonglong>(value.label.value));
        targets->setCurrentIndex(known);  // no label of this id: the entry of a new one
        letNameBeTyped(*targets);
        if (targets->isEditable()) targets->setEditText(tr("label %1").arg(value.value));
        values_->setCellWidget(row, Target, targets);
        connect(targets, &QComboBox::currentTextChanged, this, &MaskImportDialog::enable);
    }
    if (contents.values.empty()) message_->say(Severity::Warning, tr("The mask is empty: no voxel differs from 0."));
    showGrid();
    enable();
    emit inspected();
}

void MaskImportDialog::showGrid() {
    const bool same = contents_->gridDifference.empty();
    otherGrid_->setVisible(!same);
    otherGrid_->clear();
    if (same) {
        grid_->say(Severity::Information, tr("It lies on the grid of this volume."));
        return;
    }
    grid_->say(Severity::Warning,
               tr("It is not on the grid of this volume: %1.").arg(QString::fromStdString(contents_->gridDifference)));
    otherGrid_->addItem(tr("Do not import it"), static_cast<int>(OtherGrid::Refuse));
    otherGrid_->addItem(tr("Resample it onto the volume (nearest neighbour)"), static_cast<int>(OtherGrid::Resample));
    if (contents_->sameSize)
        otherGrid_->addItem(tr("Take it voxel by voxel (its position is wrong, its size is right)"),
                            static_cast<int>(OtherGrid::ByIndex));
}

workflow::MaskMapping MaskImportDialog::mapping() const {
    workflow::MaskMapping mapping;
    for (int row = 0; row < values_->rowCount(); ++row) {
        const auto* targets = qobject_cast<QComboBox*>(values_->cellWidget(row, Target));
        const int value = contents_->values[static_cast<std::size_t>(row)].value;
        const auto id = targets->currentData().toLongLong();
        if (targets->isEditable())
            mapping[value] = targets->currentText().trimmed().toStdString();
        else if (id > 0)
            mapping[value] = LabelId{id};
    }
    return mapping;
}

void MaskImportDialog::enable() {
    const bool fits = contents_ && (contents_->gridDifference.empty() ||
                                    otherGrid_->currentData().toInt() != static_cast<int>(OtherGrid::Refuse));
    import_->setEnabled(fits && !mapping().empty() && !job_->running());
}

void MaskImportDialog::import() {
    workflow::MaskImportOptions options;
    options.volume = volume_->currentText().toStdString();
    options.mask = file_;
    options.mapping = mapping();
    options.grid = contents_->gridDifference.empty() ? OtherGrid::Refuse
                                                     : static_cast<OtherGrid>(otherGrid_->currentData().toInt());
    options.replaceOthers = replace_->isChecked();
    message_->clear();
    job_->follow(workspace_.jobs().start(
        tr("Importing the mask"),
        [this, store = &workspace_.project()->store(), options](JobControl& control) -> Jobs::Finish {
            const auto outcome = workflow::importMask(*store, options, control);
            return [this, outcome] { showResult(outcome); };
        },
        this, [this](const Error& error) { message_->say(Severity::Problem, errorText(error)); }));
    enable();
}

void MaskImportDialog::showResult(const workflow::MaskImportOutcome& outcome) {
    QStringList lines;
    std::int64_t conflicts = 0;
    for (const auto& entry : outcome.labels) {
        lines.append(
            tr("%1: %2 voxels drawn")
                .arg(QString::fromStdString(entry.name), QLocale().toString(static_cast<qlonglong>(entry.voxels))));
        if (entry.conflicts > 0)
            lines.back() +=
                tr(", %1 voxels kept another label").arg(QLocale().toString(static_cast<qlonglong>(entry.conflicts)));
        conflicts += entry.conflicts;
    }
    lines.append(tr("on %n slice(s)", nullptr, outcome.slices));
    message_->say(conflicts > 0 ? Severity::Warning : Severity::Information, lines.join("\n"));
    emit imported();
}

}  // namespace protolabel::ui
