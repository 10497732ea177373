#include "ui/panels/messages_panel.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

#include "ui/models/notice_model.h"
#include "ui/models/table_text.h"
#include "ui/panels/row_delegate.h"
#include "ui/panels/severity_icon.h"
#include "ui/panels/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

MessagesPanel::MessagesPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent), filter_(new NoticeFilter(this)), view_(nullptr) {
    setObjectName("messages");
    setWindowTitle(tr("Messages"));
    filter_->setSourceModel(new NoticeModel(workspace.notices(), this));
    filter_->setLeast(Severity::Information);
    view_ = makeTable(*filter_, "messagesTable", tr("Messages"));
    view_->setItemDelegateForColumn(
        NoticeModel::Kind, new RowDelegate(this, [](const QModelIndex& index) {
            return severityIcon(static_cast<Severity>(index.data(NoticeModel::SeverityRole).toInt()));
        }));
    view_->setColumnWidth(NoticeModel::When, 80);
    view_->setColumnWidth(NoticeModel::Kind, 110);

    auto* least = new QComboBox;
    least->setObjectName("messagesLeast");
    least->setAccessibleName(tr("Kinds of messages"));
    least->addItem(tr("With the log"), static_cast<int>(Severity::Log));
    least->addItem(tr("All messages"), static_cast<int>(Severity::Information));
    least->addItem(tr("Warnings and problems"), static_cast<int>(Severity::Warning));
    least->addItem(tr("Problems"), static_cast<int>(Severity::Problem));
    least->setCurrentIndex(1);
    auto* text = new QLineEdit;
    text->setObjectName("messagesFilter");
    text->setAccessibleName(tr("Words in the message"));
    text->setPlaceholderText(tr("Filter"));
    text->setClearButtonEnabled(true);
    auto* copy = new QPushButton(tr("&Copy all"));
    copy->setObjectName("messagesCopyAll");
    copy->setToolTip(tr("Copies the messages of the list, for a report"));
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 0);
    bar->addWidget(least);
    bar->addWidget(text, 1);
    bar->addWidget(copy);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(bar);
    layout->addWidget(view_);
    setFocusProxy(view_);

    connect(least, &QComboBox::currentIndexChanged, this,
            [this, least] { filter_->setLeast(static_cast<Severity>(least->currentData().toInt())); });
    connect(text, &QLineEdit::textChanged, filter_, &NoticeFilter::setText);
    connect(copy, &QPushButton::clicked, this, &MessagesPanel::copyAll);
    // Follows the newest unless somebody reads further up.
    connect(filter_, &NoticeFilter::rowsAboutToBeInserted, this, [this] {
        const auto* bar = view_->verticalScrollBar();
        if (bar->value() == bar->maximum())
            QMetaObject::invokeMethod(view_, &QTreeView::scrollToBottom, Qt::QueuedConnection);
    });
}

void MessagesPanel::copyAll() {
    QGuiApplication::clipboard()->setText(toTabbed(*filter_));
}

}  // namespace protolabel::ui
