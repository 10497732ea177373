#include "ui/dialogs/export_result.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QTableWidget>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/dialogs/paths.h"
#include "ui/dialogs/tables.h"

namespace protolabel::ui {

enum Column { Volume, File, Voxels, Verification, kColumns };

ExportResult::ExportResult(QWidget* parent)
    : QWidget(parent),
      summary_(new QLabel(this)),
      files_(new QTableWidget(0, kColumns, this)),
      notes_(new QTextBrowser(this)) {
    summary_->setObjectName("summary");
    summary_->setWordWrap(true);
    files_->setObjectName("files");
    files_->setHorizontalHeaderLabels({tr("Volume"), tr("File"), tr("Labelled voxels"), tr("Read back")});
    files_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUpTable(*files_, tr("Files written"));
    notes_->setObjectName("notes");
    notes_->setAccessibleName(tr("Notes"));
    notes_->setMaximumHeight(110);

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* open = buttons->addButton(tr("&Open folder"), QDialogButtonBox::ActionRole);
    open->setObjectName("open_folder");
    auto* copy = buttons->addButton(tr("Copy &list"), QDialogButtonBox::ActionRole);
    copy->setObjectName("copy_list");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(summary_);
    column->addWidget(files_, 1);
    column->addWidget(notes_);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &ExportResult::closed);
    connect(open, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(toText(folder_))); });
    connect(copy, &QPushButton::clicked, this, &ExportResult::copyList);
}

void ExportResult::show(const workflow::ExportOutcome& outcome, const std::filesystem::path& folder) {
    folder_ = folder;
    const auto count = static_cast<int>(outcome.files.size());
    summary_->setText(tr("%n label map(s) written to %1", nullptr, count).arg(toText(folder)));
    files_->setRowCount(count);
    for (int row = 0; row < count; ++row) {
        const auto& file = outcome.files[static_cast<std::size_t>(row)];
        const auto put = [&](int column, const QString& text) {
            auto* item = new QTableWidgetItem(text);
            item->setToolTip(toText(file.path));
            files_->setItem(row, column, item);
            return item;
        };
        put(Volume, QString::fromStdString(file.volume));
        put(File, toText(file.path.lexically_relative(folder)));
        put(Voxels, QLocale().toString(static_cast<qlonglong>(file.voxels)))
            ->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        auto* verified = put(
            Verification, file.verified ? tr("same affine, extent, label ids and voxel counts") : tr("not verified"));
        verified->setIcon(
            style()->standardIcon(file.verified ? QStyle::SP_DialogApplyButton : QStyle::SP_MessageBoxWarning));
    }
    QStringList notes;
    for (const auto& note : outcome.notes) notes.append(QString::fromStdString(note));
    for (const auto& other : outcome.others) notes.append(tr("also written: %1").arg(toText(other)));
    notes_->setPlainText(notes.join("\n"));
}

void ExportResult::copyList() {
    QStringList lines;
    for (int row = 0; row < files_->rowCount(); ++row)
        lines.append(files_->item(row, Volume)->text() + "\t" + files_->item(row, File)->toolTip() + "\t" +
                     files_->item(row, Voxels)->text() + "\t" + files_->item(row, Verification)->text());
    QApplication::clipboard()->setText(lines.join("\n"));
}

}  // namespace protolabel::ui
