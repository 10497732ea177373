#include "ui/dialogs/window_presets_page.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/dialogs/message_line.h"
#include "ui/dialogs/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

enum Column { Name, Low, High, kColumns };
static constexpr int kKeys = 9;

WindowPresetsPage::WindowPresetsPage(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      modality_(new QComboBox(this)),
      table_(new QTableWidget(0, kColumns, this)),
      message_(new MessageLine(this)) {
    setWindowTitle(tr("Windows"));
    modality_->setObjectName("modality");
    modality_->addItem(tr("CT"), static_cast<int>(imaging::Modality::CT));
    modality_->addItem(tr("MR"), static_cast<int>(imaging::Modality::MR));
    modality_->addItem(tr("Other images"), static_cast<int>(imaging::Modality::Unknown));
    auto* modalityTitle = new QLabel(tr("Presets &for:"), this);
    modalityTitle->setBuddy(modality_);
    table_->setObjectName("presets");
    table_->setHorizontalHeaderLabels({tr("Name"), tr("Black at"), tr("White at")});
    setUpTable(*table_, tr("Window presets"));
    table_->verticalHeader()->show();  // the key
    table_->horizontalHeader()->setStretchLastSection(false);
    table_->horizontalHeader()->setSectionResizeMode(Name, QHeaderView::Stretch);
    const auto button = [this](const QString& text, const QString& name) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAutoDefault(false);
        return made;
    };
    add_ = button(tr("&Add"), "presets.add");
    remove_ = button(tr("&Remove"), "presets.remove");
    auto* reset = button(tr("Re&set to the program's own"), "presets.reset");

    auto* top = new QHBoxLayout;
    top->addWidget(modalityTitle);
    top->addWidget(modality_, 1);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(add_);
    bottom->addWidget(remove_);
    bottom->addWidget(reset);
    bottom->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(top);
    column->addWidget(table_, 1);
    column->addLayout(bottom);
    column->addWidget(message_);

    const auto* shown = workspace.shown() != nullptr ? workspace.shown()->record() : nullptr;
    if (shown != nullptr) modality_->setCurrentIndex(modality_->findData(static_cast<int>(shown->modality)));
    connect(modality_, &QComboBox::currentIndexChanged, this, &WindowPresetsPage::list);
    connect(table_, &QTableWidget::itemChanged, this, &WindowPresetsPage::store);
    connect(table_, &QTableWidget::currentCellChanged, this, &WindowPresetsPage::enable);
    connect(add_, &QPushButton::clicked, this, [this] {
        const int row = table_->rowCount();
        put(row, {tr("Window %1").arg(row + 1).toStdString(), {0, 100}});
        table_->setCurrentCell(row, Name);
        store();
    });
    connect(remove_, &QPushButton::clicked, this, [this] {
        table_->removeRow(table_->currentRow());
        store();
    });
    connect(reset, &QPushButton::clicked, this, [this] {
        workspace_.setWindowPresets(static_cast<imaging::Modality>(modality_->currentData().toInt()), {});
        list();
    });
    list();
}

void WindowPresetsPage::put(int row, const viewer::WindowPreset& preset) {
    const QSignalBlocker blocker(table_);
    table_->insertRow(row);
    table_->setItem(row, Name, new QTableWidgetItem(QString::fromStdString(preset.name)));
    for (const auto& [column, value] : {std::pair{Low, preset.window.low}, std::pair{High, preset.window.high}}) {
        auto* item = new QTableWidgetItem;
        item->setData(Qt::EditRole, value);
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        table_->setItem(row, column, item);
    }
}

void WindowPresetsPage::list() {
    table_->setRowCount(0);
    const auto presets = workspace_.windowPresets(static_cast<imaging::Modality>(modality_->currentData().toInt()));
    for (const auto& preset : presets) put(table_->rowCount(), preset);
    message_->say(Severity::Information,
                  presets.empty() ? tr("The program's own presets depend on the image; they are listed here while an "
                                       "image of this kind is shown. Presets that you add replace them.")
                                  : QString());
    enable();
}

void WindowPresetsPage::store() {
    std::vector<viewer::WindowPreset> presets;
    for (int row = 0; row < table_->rowCount(); ++row) {
        const QString name = table_->item(row, Name)->text().trimmed();
        const viewer::Window window{table_->item(row, Low)->data(Qt::EditRole).toDouble(),
                                    table_->item(row, High)->data(Qt::EditRole).toDouble()};
        const QString problem = name.isEmpty() ? tr("Preset %1 has no name.").arg(row + 1)
                                : window.low < window.high
                                    ? QString()
                                    : tr("In \"%1\" black must be at a lower value than white.").arg(name);
        message_->say(Severity::Warning, problem);
        if (!problem.isEmpty()) return;
        presets.push_back({name.toStdString(), window});
    }
    workspace_.setWindowPresets(static_cast<imaging::Modality>(modality_->currentData().toInt()), presets);
    enable();
}

void WindowPresetsPage::enable() {
    add_->setEnabled(table_->rowCount() < kKeys);
    remove_->setEnabled(table_->currentRow() >= 0);
}

}  // namespace protolabel::ui
