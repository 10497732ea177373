#include "ui/panels/tables.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSaveFile>
#include <QTreeView>

#include "ui/models/table_text.h"
#include "ui/panels/row_delegate.h"
#include "ui/session/tr.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

QTreeView* makeTable(QAbstractItemModel& model, const QString& name, const QString& title) {
    auto* view = new QTreeView;
    view->setObjectName(name);
    view->setAccessibleName(title);
    view->setModel(&model);
    view->setItemDelegate(new RowDelegate(view));
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setAlternatingRowColors(true);
    view->setAllColumnsShowFocus(true);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setContextMenuPolicy(Qt::ActionsContextMenu);
    view->header()->setStretchLastSection(true);

    auto* copy = new QAction(tr("&Copy"), view);
    copy->setObjectName(name + "Copy");
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, view, [view] {
        QGuiApplication::clipboard()->setText(toTabbed(*view->model(), view->selectionModel()->selectedRows()));
    });
    view->addAction(copy);
    return view;
}

static void write(const QString& file, const QString& text) {
    QSaveFile out(file);
    const QByteArray bytes = text.toUtf8();
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size() || !out.commit())
        throw Error("file.write", "{0} cannot be written: {1}; choose another folder",
                    {QDir::toNativeSeparators(file).toStdString(), out.errorString().toStdString()});
}

void exportCsv(QWidget& parent, Workspace& workspace, const QString& suggestedName, const QAbstractItemModel& model) {
    static const char* const kFolder = "folders/tables";
    auto* dialog = new QFileDialog(&parent, tr("Export as CSV"));
    dialog->setObjectName("exportCsvDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Comma-separated values (*.csv)"), tr("All files (*)")});
    dialog->setDefaultSuffix("csv");
    dialog->setDirectory(workspace.preferences().value(kFolder, QDir::homePath()).toString());
    dialog->selectFile(suggestedName + ".csv");
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog,
                     [&workspace, text = toCsv(model)](const QString& file) {
                         workspace.preferences().setValue(kFolder, QFileInfo(file).absolutePath());
                         if (workspace.notices().guard([&] { write(file, text); }))
                             workspace.notices().tell(tr("Written: %1").arg(QDir::toNativeSeparators(file)));
                     });
    dialog->open();
}

}  // namespace protolabel::ui
