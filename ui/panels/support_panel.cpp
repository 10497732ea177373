#include "ui/panels/support_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/commands/commands.h"
#include "ui/models/support_model.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

SupportPanel::SupportPanel(Workspace& workspace, Commands& commands, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new SupportModel(workspace, this)),
      view_(makeTable(*model_, "supportsTable", tr("Supports"))),
      hint_(new QLabel),
      used_(new QLabel) {
    setObjectName("supports");
    setWindowTitle(tr("Supports"));
    view_->setIconSize({SupportModel::kPicture, SupportModel::kPicture});
    view_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view_->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::SelectedClicked);
    view_->header()->setStretchLastSection(false);
    view_->header()->setSectionResizeMode(SupportModel::Place, QHeaderView::Stretch);
    view_->header()->setSectionResizeMode(SupportModel::Weight, QHeaderView::ResizeToContents);

    const auto action = [this](const QString& name, const QString& text, const QString& tip, const QKeySequence& key) {
        auto* made = new QAction(text, this);
        made->setObjectName(name);
        made->setToolTip(tip);
        made->setShortcut(key);
        made->setShortcutContext(Qt::WidgetShortcut);
        view_->addAction(made);
        return made;
    };
    go_ = action("supportsGo", tr("&Go there"), tr("Shows the slice (Enter or a double click)"), {});
    remove_ = action("supportsRemove", tr("&Remove"), tr("The slice is no longer a support (Del); its drawing stays"),
                     Qt::Key_Delete);
    connect(go_, &QAction::triggered, this, &SupportPanel::goTo);
    connect(remove_, &QAction::triggered, this, &SupportPanel::remove);
    connect(view_, &QTreeView::activated, this, &SupportPanel::goTo);

    auto* every = new QCheckBox(tr("&All labels"));
    every->setObjectName("supportsEveryLabel");
    every->setToolTip(tr("Supports of all labels, or of the active one"));
    connect(every, &QCheckBox::toggled, model_, &SupportModel::setEveryLabel);
    auto* bar = new FlowLayout;
    bar->setContentsMargins(4, 0, 4, 4);
    bar->setSpacing(2);
    bar->addWidget(every);
    const auto button = [bar](QAction* action) {
        auto* made = textButton(action, action->objectName() + "Button");
        made->setAutoRaise(true);
        bar->addWidget(made);
    };
    if (auto* toggle = commands.action("support.toggle")) button(toggle);
    button(go_);
    button(remove_);
    hint_->setObjectName("supportsHint");
    hint_->setWordWrap(true);
    hint_->setMargin(8);
    used_->setObjectName("supportsUsed");
    used_->setWordWrap(true);
    used_->setToolTip(
        tr("Overlap: the Dice of what each of the two nearest supports alone makes of the slice. Where it is low the "
           "proposal is seldom right."));
    used_->setMargin(6);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(hint_);
    layout->addWidget(view_, 1);
    layout->addWidget(used_);
    layout->addLayout(bar);
    setFocusProxy(view_);

    for (const auto& signal : {&SupportModel::rowsInserted, &SupportModel::rowsRemoved})
        connect(model_, signal, this, &SupportPanel::showState);
    connect(model_, &SupportModel::dataChanged, this, &SupportPanel::showState);
    connect(&workspace.editor(), &Editor::labelChanged, this, &SupportPanel::showState);
    connect(view_->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SupportPanel::showState);
    look_.setSingleShot(true);
    look_.setInterval(100);  // while slices pass by
    connect(&look_, &QTimer::timeout, this, &SupportPanel::showUsed);
    const auto look = [this] { look_.start(); };
    connect(&workspace.proposer(), &Proposer::sliceChanged, this, look);
    connect(&workspace.editor(), &Editor::labelChanged, this, look);
    connect(&workspace.proposer(), &Proposer::progressed, this, look);
    connect(&workspace.agreement(), &Agreement::changed, this, look);
    connect(&workspace, &Workspace::shownChanged, this, look);
    connect(model_, &SupportModel::rowsInserted, this, look);
    showState();
    showUsed();
}

void SupportPanel::goTo() {
    const QModelIndex current = view_->currentIndex();
    if (!current.isValid()) return;
    const auto& support = model_->at(current.row());
    workspace_.editor().chooseLabel(support.label);
    workspace_.goTo(support.volume, support.slice);
}

void SupportPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    showUsed();
}

void SupportPanel::showUsed() {
    if (!isVisible()) return;
    QStringList lines;
    auto* project = workspace_.project();
    if (const auto* record = workspace_.record())
        workspace_.notices().guard([&] {
            for (const auto& proposal : project->store().proposals(record->id)) {
                const auto* label = project->label(proposal.label);
                if (proposal.slice != workspace_.proposer().slice() || label == nullptr ||
                    proposal.label != workspace_.editor().label())
                    continue;
                QStringList from;
                for (const auto& support : project->supports()) {
                    const auto& ids = proposal.supports;
                    const auto* volume = project->volume(support.volume);
                    if (volume != nullptr && std::find(ids.begin(), ids.end(), support.id) != ids.end())
                        from.append(tr("%1, slice %2").arg(QString::fromStdString(volume->name)).arg(support.slice));
                }
                if (from.isEmpty()) continue;
                lines.append(
                    tr("%1 is proposed here from %2").arg(QString::fromStdString(label->name), from.join("; ")));
                const auto& agreement = workspace_.agreement().value();
                if (agreement)
                    lines.append((*agreement < Agreement::kLow ? tr("The nearest supports disagree: %1 % overlap")
                                                               : tr("The nearest supports agree: %1 % overlap"))
                                     .arg(qRound(100 * *agreement)));
                else if (isVisible())
                    workspace_.agreement().want();
            }
        });
    used_->setText(lines.join("\n"));
    used_->setVisible(!lines.isEmpty());
}

void SupportPanel::remove() {
    std::vector<SupportId> chosen;
    for (const auto& index : view_->selectionModel()->selectedRows()) chosen.push_back(model_->at(index.row()).id);
    for (const auto id : chosen)
        for (int row = 0; row < model_->rowCount(); ++row)
            if (model_->at(row).id == id) {
                model_->remove(row);
                break;
            }
}

void SupportPanel::showState() {
    const auto* project = workspace_.project();
    const bool chosen = view_->selectionModel()->hasSelection();
    go_->setEnabled(chosen);
    remove_->setEnabled(chosen && project != nullptr && !project->readOnly());
    int used = 0;
    for (int row = 0; row < model_->rowCount(); ++row) used += model_->at(row).enabled;
    if (model_->rowCount() == 0)
        hint_->setText(tr("Draw a label completely on one slice and press M: the model learns from it."));
    else if (used == 0)
        hint_->setText(tr("None of these is used: tick those to learn from."));
    hint_->setVisible(used == 0);
}

}  // namespace protolabel::ui
