#include "ui/dialogs/label_list_editor.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/dialogs/tables.h"

namespace protolabel::ui {

LabelListEditor::LabelListEditor(QWidget* parent)
    : QWidget(parent), model_(new LabelDraftModel(this)), table_(new QTableView(this)) {
    table_->setObjectName("labels");
    table_->setModel(model_);
    setUpTable(*table_, tr("Labels"));
    table_->setMinimumHeight(160);

    auto* add = new QPushButton(tr("&Add label"), this);
    add->setObjectName("labels.add");
    auto* remove = new QPushButton(tr("&Remove label"), this);
    remove->setObjectName("labels.remove");
    auto* color = new QPushButton(tr("C&olour..."), this);
    color->setObjectName("labels.color");
    auto* buttons = new QHBoxLayout;
    for (auto* button : {add, remove, color}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addStretch();

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
    setFocusProxy(table_);

    const auto enable = [this, remove, color] {
        remove->setEnabled(table_->currentIndex().isValid());
        color->setEnabled(table_->currentIndex().isValid());
    };
    enable();
    connect(table_->selectionModel(), &QItemSelectionModel::currentChanged, this, enable);
    connect(model_, &QAbstractItemModel::modelReset, this, enable);
    connect(add, &QPushButton::clicked, this, [this] {
        const auto index =
            model_->index(model_->add(tr("label %1").arg(model_->rowCount() + 1)), LabelDraftModel::Name);
        table_->setCurrentIndex(index);
        table_->edit(index);
    });
    connect(remove, &QPushButton::clicked, this, [this] { model_->remove(table_->currentIndex().row()); });
    connect(color, &QPushButton::clicked, this, [this] { editColor(table_->currentIndex()); });
    connect(table_, &QTableView::doubleClicked, this, &LabelListEditor::editColor);
    connect(model_, &QAbstractItemModel::dataChanged, this, &LabelListEditor::changed);
    connect(model_, &QAbstractItemModel::rowsInserted, this, &LabelListEditor::changed);
    connect(model_, &QAbstractItemModel::rowsRemoved, this, &LabelListEditor::changed);
    connect(model_, &QAbstractItemModel::modelReset, this, &LabelListEditor::changed);
}

void LabelListEditor::finishTyping() {
    table_->setCurrentIndex({});  // an editor that loses its cell commits
}

void LabelListEditor::editColor(const QModelIndex& clicked) {
    // By the name column it is edited as text; the button works from everywhere in the row.
    if (!clicked.isValid() || (sender() == table_ && clicked.column() != LabelDraftModel::Color)) return;
    const QPersistentModelIndex index = clicked.siblingAtColumn(LabelDraftModel::Color);
    auto* dialog = new QColorDialog(index.data(Qt::EditRole).value<QColor>(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
    connect(dialog, &QColorDialog::colorSelected, this, [this, index](const QColor& chosen) {
        if (index.isValid()) model_->setData(index, chosen);
    });
}

}  // namespace protolabel::ui
