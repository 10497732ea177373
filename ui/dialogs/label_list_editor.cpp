#include "ui/dialogs/label_list_editor.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include "core/workflow/label_table_reader.h"
#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/paths.h"
#include "ui/dialogs/tables.h"
#include "ui/models/label_presets.h"
#include "ui/session/error_text.h"

namespace protolabel::ui {

LabelListEditor::LabelListEditor(Preferences& preferences, QWidget* parent)
    : QWidget(parent),
      model_(new LabelDraftModel(this)),
      table_(new QTableView(this)),
      message_(new MessageLine(this)) {
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
    buttons->addWidget(makePresets(preferences));

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(table_, 1);
    column->addLayout(buttons);
    column->addWidget(message_);
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

QPushButton* LabelListEditor::makePresets(Preferences& preferences) {
    auto* button = new QPushButton(tr("&Start from"), this);
    button->setObjectName("labels.presets");
    button->setAutoDefault(false);
    auto* menu = new QMenu(button);
    menu->setObjectName("labels.presets.menu");
    button->setMenu(menu);
    for (const auto& preset : labelPresets()) {
        const auto name = QString::fromStdString(preset.name);
        auto* action =
            menu->addAction(preset.about.empty() ? name : name + " (" + QString::fromStdString(preset.about) + ")");
        action->setObjectName(name);
        connect(action, &QAction::triggered, this, [this, labels = preset.labels] {
            message_->clear();
            model_->setLabels(labels);
        });
    }
    menu->addSeparator();
    auto* file = menu->addAction(tr("A label table in a file..."));
    file->setObjectName("file");
    connect(file, &QAction::triggered, this, [this, &preferences] {
        chooseFiles(this, preferences,
                    {.title = tr("Start from a label table"), .filters = labelTableFilters(), .memory = "tables"},
                    [this](const QStringList& files) { readTable(files.front()); });
    });
    return button;
}

void LabelListEditor::readTable(const QString& file) {
    try {
        const auto table = workflow::readLabelTable(toPath(file));
        QStringList notes;
        for (const auto& note : table.notes) notes.append(QString::fromStdString(note));
        message_->say(Severity::Information, notes.join("\n"));
        model_->setLabels(table.labels);
    } catch (...) {
        message_->say(Severity::Problem, errorText(currentError()));
    }
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
