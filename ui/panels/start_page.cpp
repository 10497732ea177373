#include "ui/panels/start_page.h"

#include <QAction>
#include <QCommandLinkButton>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include "ui/commands/icons.h"
#include "ui/models/recent_projects_model.h"
#include "ui/panels/recent_delegate.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kWidth = 900;

static QLabel* heading(const QString& text, double scale) {
    auto* label = new QLabel(text);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * scale);
    font.setBold(true);
    label->setFont(font);
    return label;
}

StartPage::StartPage(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new RecentProjectsModel(workspace.preferences(), this)),
      recent_(new QListView),
      none_(new QLabel(tr("Projects you open are listed here."))) {
    setObjectName("start");
    setWindowTitle(tr("Start"));

    auto* page = new QWidget;
    page->setMaximumWidth(kWidth);
    auto* columns = new QGridLayout(page);
    columns->setHorizontalSpacing(32);
    columns->setVerticalSpacing(12);
    auto* title = heading(tr("Protolabel"), 2.2);
    title->setObjectName("startTitle");
    columns->addWidget(title, 0, 0, 1, 2);
    auto* subtitle = new QLabel(tr("Draw a few slices; the program proposes the others."));
    subtitle->setForegroundRole(QPalette::PlaceholderText);
    columns->addWidget(subtitle, 1, 0, 1, 2);
    columns->setRowMinimumHeight(2, 12);
    columns->addWidget(makeActions(), 3, 0);
    columns->addWidget(makeRecent(), 3, 1);
    columns->setColumnStretch(0, 2);
    columns->setColumnStretch(1, 3);

    auto* outer = new QGridLayout(this);
    outer->setContentsMargins(32, 32, 32, 32);
    outer->addWidget(page, 1, 1);
    outer->setColumnStretch(0, 1);
    outer->setColumnStretch(1, 12);
    outer->setColumnStretch(2, 1);
    outer->setRowStretch(0, 1);
    outer->setRowStretch(1, 6);
    outer->setRowStretch(2, 1);
    connect(model_, &RecentProjectsModel::modelReset, this, &StartPage::showRecent);
    showRecent();
}

QWidget* StartPage::makeActions() {
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    const auto button = [&](const QString& name, const QString& text, const QString& icon, const QString& description) {
        auto* made = new QCommandLinkButton(text, description);
        made->setIcon(themedIcon(icon));
        made->setIconSize({24, 24});
        made->setObjectName(name);
        layout->addWidget(made);
        return made;
    };
    auto* create = button("startNew", tr("&New project..."), "file.new", tr("A name, labels and images to begin with"));
    auto* browse = button("startOpen", tr("&Open a project..."), "file.open", tr("A project file (.plb)"));
    auto* demo = button("startDemo", tr("Try the &demo"), "file.demo", tr("A few made-up scans to draw on"));
    connect(create, &QCommandLinkButton::clicked, this, &StartPage::newRequested);
    connect(browse, &QCommandLinkButton::clicked, this, &StartPage::browseRequested);
    connect(demo, &QCommandLinkButton::clicked, this, &StartPage::demoRequested);

    layout->addSpacing(16);
    layout->addWidget(heading(tr("How it goes"), 1.1));
    const QString hints[] = {
        tr("<b>1. Draw</b> the structure on a few slices and mark them as supports."),
        tr("<b>2. Propose</b>: the other slices are segmented after their example; accept or correct."),
        tr("<b>3. Export</b> masks as NIfTI, NRRD or nnU-Net data, checked after writing.")};
    for (const QString& hint : hints) {
        auto* line = new QLabel(hint);
        line->setWordWrap(true);
        layout->addWidget(line);
    }
    auto* drop = new QLabel(tr("Projects and images can also be dropped here."));
    drop->setForegroundRole(QPalette::PlaceholderText);
    drop->setWordWrap(true);
    layout->addSpacing(8);
    layout->addWidget(drop);
    layout->addStretch();
    return side;
}

QWidget* StartPage::makeRecent() {
    auto* side = new QWidget;
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* title = heading(tr("&Recent projects"), 1.1);
    title->setBuddy(recent_);
    recent_->setObjectName("startRecent");
    recent_->setAccessibleName(tr("Recent projects"));
    recent_->setModel(model_);
    auto* delegate = new RecentDelegate(this);
    recent_->setItemDelegate(delegate);
    recent_->setUniformItemSizes(true);
    recent_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    recent_->setMinimumHeight(260);
    recent_->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* forgetAction = new QAction(tr("&Remove from the list"), recent_);
    forgetAction->setObjectName("startForget");
    forgetAction->setShortcut(QKeySequence::Delete);
    forgetAction->setShortcutContext(Qt::WidgetShortcut);
    recent_->addAction(forgetAction);
    none_->setObjectName("startNoRecent");
    none_->setForegroundRole(QPalette::PlaceholderText);
    layout->addWidget(title);
    layout->addWidget(none_);
    layout->addWidget(recent_, 1);
    layout->addStretch();

    connect(recent_, &QListView::clicked, this, &StartPage::open);
    connect(recent_, &QListView::activated, this, &StartPage::open);
    connect(forgetAction, &QAction::triggered, this, [this] { forget(recent_->currentIndex()); });
    connect(delegate, &RecentDelegate::forgetRequested, this, &StartPage::forget, Qt::QueuedConnection);
    return side;
}

void StartPage::showRecent() {
    const bool any = model_->rowCount() > 0;
    recent_->setVisible(any);
    none_->setVisible(!any);
    if (any) recent_->setCurrentIndex(model_->index(0));
}

void StartPage::open(const QModelIndex& index) {
    if (index.data(RecentProjectsModel::PresentRole).toBool())
        emit openRequested(index.data(RecentProjectsModel::FileRole).toString());
}

void StartPage::forget(const QModelIndex& index) {
    if (index.isValid())
        workspace_.preferences().removeRecentProject(index.data(RecentProjectsModel::FileRole).toString());
}

void StartPage::showEvent(QShowEvent* event) {
    model_->refresh();
    QWidget::showEvent(event);
}

}  // namespace protolabel::ui
