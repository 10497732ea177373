#include "ui/panels/comment_box.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

#include "core/project/provenance.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kMostHeight = 110;  // of the list: the queue above it wants the room

CommentBox::CommentBox(Workspace& workspace, QWidget* parent)
    : QWidget(parent), workspace_(workspace), list_(new QListWidget), field_(new QLineEdit), subject_(new QComboBox) {
    list_->setObjectName("reviewComments");
    list_->setAccessibleName(tr("Comments on this slice and volume"));
    list_->setWordWrap(true);
    list_->setTextElideMode(Qt::ElideNone);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* remove = new QAction(tr("&Remove"), this);
    remove->setObjectName("reviewCommentRemove");
    remove->setShortcut(Qt::Key_Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    list_->addAction(remove);
    field_->setObjectName("reviewComment");
    field_->setAccessibleName(tr("Comment"));
    field_->setPlaceholderText(tr("Comment"));
    subject_->setObjectName("reviewCommentOn");
    subject_->setAccessibleName(tr("What the comment is about"));
    for (const auto& [subject, text] :
         {std::pair{OnSlice, tr("slice")}, {OnLabel, tr("active label")}, {OnVolume, tr("volume")}})
        subject_->addItem(text, subject);
    auto* button = new QPushButton(tr("A&dd"));
    button->setObjectName("reviewCommentAdd");
    button->setToolTip(tr("Adds the comment (Enter)"));
    auto* line = new QHBoxLayout;
    line->addWidget(field_, 1);
    line->addWidget(subject_);
    line->addWidget(button);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addWidget(list_);
    layout->addLayout(line);

    connect(remove, &QAction::triggered, this, &CommentBox::removeCurrent);
    connect(field_, &QLineEdit::returnPressed, this, &CommentBox::add);
    connect(button, &QPushButton::clicked, this, &CommentBox::add);
    connect(list_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) { resolve(list_->row(item)); });
    connect(&workspace, &Workspace::projectChanged, this, &CommentBox::read);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        // Not at once: the list may be in the middle of telling that one of its items was ticked.
        if (changes.comments || changes.labels)
            QMetaObject::invokeMethod(this, &CommentBox::read, Qt::QueuedConnection);
    });
    connect(&workspace, &Workspace::shownChanged, this, &CommentBox::read);
    connect(&workspace.proposer(), &Proposer::sliceChanged, this, &CommentBox::refresh);
    read();
}

void CommentBox::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    read();
}

void CommentBox::read() {
    ofVolume_.clear();
    if (!isVisible()) return;
    if (const auto* record = workspace_.record())
        workspace_.notices().guard([&] {
            for (auto& comment : workspace_.project()->store().comments())
                if (comment.volume == record->id) ofVolume_.push_back(std::move(comment));
        });
    refresh();
}

QString CommentBox::text() const {
    return field_->text().trimmed();
}

std::optional<project::Comment> CommentBox::draft() const {
    const auto* record = workspace_.record();
    if (text().isEmpty() || record == nullptr) return {};
    project::Comment comment;
    comment.volume = record->id;
    const int subject = subject_->currentData().toInt();
    if (subject != OnVolume) comment.slice = workspace_.proposer().slice();
    if (subject == OnLabel) comment.label = workspace_.editor().label();
    comment.text = text().toStdString();
    return comment;
}

void CommentBox::add() {
    const auto comment = draft();
    if (!comment) return;
    const bool done = workspace_.notices().guard([&] {
        workspace_.project()->edit({.name = tr("Comment").toStdString(),
                                    .tool = "review",
                                    .details = project::subjectDetails(comment->volume, comment->label)},
                                   [&](project::ProjectWriter& writer) { writer.putComment(*comment); });
    });
    if (done) field_->clear();
}

void CommentBox::refresh() {
    showing_ = true;
    list_->clear();
    shown_.clear();
    auto* project = workspace_.project();
    const int slice = workspace_.proposer().slice();
    for (const auto& comment : ofVolume_)
        if (comment.slice.value_or(slice) == slice) shown_.push_back(comment);
    for (const auto& comment : shown_) {
        const auto* label = project->label(comment.label);
        const QString subject = label != nullptr ? QString::fromStdString(label->name)
                                : comment.slice  ? tr("slice")
                                                 : tr("volume");
        const auto when = QDateTime::fromString(QString::fromStdString(comment.when), Qt::ISODate).toLocalTime();
        auto* item =
            new QListWidgetItem(tr("%1\n%2 on the %3, %4")
                                    .arg(QString::fromStdString(comment.text), QString::fromStdString(comment.author),
                                         subject, QLocale().toString(when, QLocale::ShortFormat)));
        item->setCheckState(comment.resolved ? Qt::Checked : Qt::Unchecked);
        item->setToolTip(comment.resolved ? tr("Resolved") : tr("Tick when it is resolved; Del removes it"));
        auto flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
        if (!project->readOnly()) flags |= Qt::ItemIsUserCheckable;
        item->setFlags(flags);
        list_->addItem(item);
    }
    int height = 2 * list_->frameWidth();
    for (int row = 0; row < list_->count(); ++row) height += list_->sizeHintForRow(row);
    list_->setFixedHeight(std::min(height, kMostHeight));
    list_->setVisible(!shown_.empty());
    field_->setEnabled(workspace_.record() != nullptr && !project->readOnly());
    showing_ = false;
}

void CommentBox::resolve(int row) {
    if (showing_ || row < 0) return;
    auto comment = shown_[static_cast<std::size_t>(row)];
    comment.resolved = list_->item(row)->checkState() == Qt::Checked;
    const QString name = comment.resolved ? tr("Comment resolved") : tr("Comment open again");
    workspace_.notices().guard([&] {
        workspace_.project()->edit({.name = name.toStdString(), .tool = "review"},
                                   [&](project::ProjectWriter& writer) { writer.putComment(comment); });
    });
}

void CommentBox::removeCurrent() {
    const int row = list_->currentRow();
    if (row < 0 || workspace_.project()->readOnly()) return;
    const auto id = shown_[static_cast<std::size_t>(row)].id;
    workspace_.notices().guard([&] {
        workspace_.project()->edit({.name = tr("Remove a comment").toStdString(), .tool = "review"},
                                   [&](project::ProjectWriter& writer) { writer.removeComment(id); });
    });
}

}  // namespace protolabel::ui
