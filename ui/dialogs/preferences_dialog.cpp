#include "ui/dialogs/preferences_dialog.h"

#include <QDialogButtonBox>
#include <QListWidget>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/dialogs/engine_page.h"
#include "ui/dialogs/look_page.h"
#include "ui/dialogs/shortcuts_page.h"
#include "ui/dialogs/window_presets_page.h"
#include "ui/dialogs/work_page.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

PreferencesDialog::PreferencesDialog(Workspace& workspace, Commands& commands, QWidget* parent) : QDialog(parent) {
    setObjectName("preferences");
    setWindowTitle(tr("Preferences"));
    auto* list = new QListWidget(this);
    list->setObjectName("pages");
    list->setAccessibleName(tr("Pages"));
    auto* pages = new QStackedWidget(this);
    for (QWidget* page : std::initializer_list<QWidget*>{
             new LookPage(workspace.preferences(), this), new WorkPage(workspace.preferences(), this),
             new WindowPresetsPage(workspace, this), new ShortcutsPage(commands, this),
             new EnginePage(workspace, this)}) {
        pages->addWidget(page);
        list->addItem(page->windowTitle());
    }
    list->setFixedWidth(list->sizeHintForColumn(0) + 48);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* row = new QHBoxLayout;
    row->addWidget(list);
    row->addWidget(pages, 1);
    auto* column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(buttons);
    resize(760, 520);
    connect(list, &QListWidget::currentRowChanged, pages, &QStackedWidget::setCurrentIndex);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    list->setCurrentRow(0);
}

}  // namespace protolabel::ui
