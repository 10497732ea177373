#include "ui/panels/labels_panel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMenu>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/models/label_table_model.h"
#include "ui/panels/color_menu.h"
#include "ui/panels/label_delegates.h"
#include "ui/panels/panel_parts.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

LabelsPanel::LabelsPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent), workspace_(workspace), model_(new LabelTableModel(workspace, this)), view_(new QTableView) {
    setObjectName("labels");
    setWindowTitle(tr("Labels"));
    const auto action = [this](const QString& name, const QString& text, const QString& tip, const QKeySequence& key) {
        auto* made = new QAction(text, this);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setShortcut(key);
        made->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        view_->addAction(made);
        return made;
    };
    add_ =
        action("labelsAdd", tr("&Add"), tr("Adds a label with the next free number and colour (Ins)"), Qt::Key_Insert);
    rename_ = action("labelsRename", tr("Re&name"), tr("Changes the name (F2)"), Qt::Key_F2);
    remove_ =
        action("labelsRemove", tr("&Remove..."), tr("Removes the label with all its voxels (Del)"), Qt::Key_Delete);
    addView();
    addButtons();
    connect(add_, &QAction::triggered, this, &LabelsPanel::add);
    connect(remove_, &QAction::triggered, this, &LabelsPanel::askToRemove);
    connect(rename_, &QAction::triggered, this, [this] {
        const QModelIndex current = view_->currentIndex();
        if (current.isValid()) view_->edit(current.siblingAtColumn(LabelTableModel::Name));
    });

    connect(&workspace.editor(), &Editor::labelChanged, this, &LabelsPanel::showActive);
    connect(model_, &LabelTableModel::rowsInserted, this, &LabelsPanel::showActive);
    connect(&workspace, &Workspace::projectChanged, this, &LabelsPanel::showRights);
    connect(view_->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (current.isValid()) workspace_.editor().chooseLabel(model_->idAt(current.row()));
        showRights();
    });
    showActive();
    showRights();
}

void LabelsPanel::addView() {
    view_->setObjectName("labelsTable");
    view_->setAccessibleName(tr("Labels"));
    view_->setModel(model_);
    view_->setSelectionBehavior(QAbstractItemView::SelectRows);
    view_->setSelectionMode(QAbstractItemView::SingleSelection);
    view_->setEditTriggers(QAbstractItemView::DoubleClicked);
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    view_->setTabKeyNavigation(false);
    view_->setShowGrid(false);
    view_->setAlternatingRowColors(true);
    view_->setWordWrap(false);
    view_->verticalHeader()->hide();
    view_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    auto* swatches = new SwatchDelegate(this);
    connect(swatches, &SwatchDelegate::colorWanted, this, &LabelsPanel::chooseColorOf);
    view_->setItemDelegateForColumn(LabelTableModel::Color, swatches);
    view_->setItemDelegateForColumn(LabelTableModel::Visible,
                                    new ToggleDelegate("label.visible", "label.hidden", this));
    view_->setItemDelegateForColumn(LabelTableModel::Locked,
                                    new ToggleDelegate("label.locked", "label.unlocked", this));
    auto* header = view_->horizontalHeader();
    header->setHighlightSections(false);
    header->setMinimumSectionSize(24);
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(LabelTableModel::Color, QHeaderView::Fixed);
    header->setSectionResizeMode(LabelTableModel::Name, QHeaderView::Stretch);
    view_->setColumnWidth(LabelTableModel::Color, 30);
    view_->viewport()->installEventFilter(this);
    setFocusProxy(view_);
}

/// Eye and lock answer to a click without making their label the active one.
bool LabelsPanel::eventFilter(QObject* watched, QEvent* event) {
    const bool press = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    if (watched != view_->viewport() || (!press && event->type() != QEvent::MouseButtonRelease))
        return QWidget::eventFilter(watched, event);
    const auto& mouse = static_cast<const QMouseEvent&>(*event);
    const QModelIndex index = view_->indexAt(mouse.position().toPoint());
    const bool toggles = index.column() == LabelTableModel::Visible || index.column() == LabelTableModel::Locked;
    if (mouse.button() != Qt::LeftButton || !toggles) return QWidget::eventFilter(watched, event);
    if (press && (index.flags() & Qt::ItemIsUserCheckable) != 0) {
        const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        model_->setData(index, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    }
    return true;
}

void LabelsPanel::addButtons() {
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(4, 0, 4, 4);
    bar->setSpacing(2);
    const auto button = [&](QAction* action) {
        auto* made = textButton(action, action->objectName() + "Button");
        made->setAutoRaise(true);
        bar->addWidget(made);
        return made;
    };
    button(add_);
    button(remove_);
    bar->addStretch();
    auto* more = new QAction(tr("&Tables"), this);
    more->setObjectName("labelsTables");
    more->setToolTip(tr("Ready-made label tables, and files of other programs"));
    auto* menu = new QMenu(this);
    menu->setObjectName("labelsTablesMenu");
    menu->addAction(tr("&Presets..."), this, &LabelsPanel::presetsRequested)->setObjectName("labelsPresets");
    menu->addAction(tr("&Import..."), this, &LabelsPanel::importRequested)->setObjectName("labelsImport");
    menu->addAction(tr("&Export..."), this, &LabelsPanel::exportRequested)->setObjectName("labelsExport");
    more->setMenu(menu);
    button(more)->setPopupMode(QToolButton::InstantPopup);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(view_);
    layout->addLayout(bar);
}

void LabelsPanel::showActive() {
    const int row = model_->rowOf(workspace_.editor().label());
    if (row < 0 || row == view_->currentIndex().row()) return;
    const int column = qMax(int(LabelTableModel::Name), view_->currentIndex().column());
    view_->setCurrentIndex(model_->index(row, column));
    view_->selectRow(row);
}

void LabelsPanel::showRights() {
    const auto* project = workspace_.project();
    const bool writable = project != nullptr && !project->readOnly();
    add_->setEnabled(writable);
    remove_->setEnabled(writable && view_->currentIndex().isValid());
    rename_->setEnabled(remove_->isEnabled());
}

void LabelsPanel::chooseColorOf(const QModelIndex& index) {
    const auto* project = workspace_.project();
    if (project == nullptr || project->readOnly()) return;
    const QPoint below = view_->viewport()->mapToGlobal(view_->visualRect(index).bottomLeft());
    const LabelId id = model_->idAt(index.row());
    chooseColor(*view_, below, index.data(Qt::EditRole).value<QColor>(), [this, id](const QColor& color) {
        const int row = model_->rowOf(id);
        if (row >= 0) model_->setData(model_->index(row, LabelTableModel::Color), color, Qt::EditRole);
    });
}

void LabelsPanel::add() {
    const LabelId id = model_->add();
    if (!id) return;
    workspace_.editor().chooseLabel(id);
    view_->setFocus();
    view_->edit(model_->index(model_->rowOf(id), LabelTableModel::Name));
}

void LabelsPanel::askToRemove() {
    const LabelId id = model_->idAt(view_->currentIndex().row());
    if (!id) return;
    LabelTableModel::Load load;
    if (!workspace_.notices().guard([&] { load = model_->loadOf(id); })) return;
    const QString name = QString::fromStdString(workspace_.project()->label(id)->name);
    auto* box = new QMessageBox(QMessageBox::Question, tr("Remove a label"), tr("Remove the label %1?").arg(name),
                                QMessageBox::NoButton, this);
    box->setObjectName("labelsRemoveQuestion");
    box->setAttribute(Qt::WA_DeleteOnClose);
    const QString loss = load.voxels == 0 && load.supports == 0
                             ? tr("Nothing is drawn with it.")
                             : tr("%1 voxels in %2 volumes and %3 supports go with it.")
                                   .arg(QLocale().toString(qlonglong(load.voxels)))
                                   .arg(load.volumes)
                                   .arg(load.supports);
    box->setInformativeText(loss + " " + tr("Undo brings everything back."));
    auto* remove = box->addButton(tr("&Remove"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(remove);
    connect(box, &QMessageBox::buttonClicked, this, [this, remove, id](QAbstractButton* clicked) {
        if (clicked == static_cast<QAbstractButton*>(remove)) model_->remove(id);
    });
    box->open();
}

}  // namespace protolabel::ui
