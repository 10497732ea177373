#include "ui/dialogs/consensus_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "ui/dialogs/file_choice.h"
#include "ui/dialogs/message_line.h"
#include "ui/dialogs/paths.h"
#include "ui/session/comparison.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

ConsensusDialog::ConsensusDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent), workspace_(workspace), message_(new MessageLine(this)), raters_(new QTreeWidget(this)) {
    setObjectName("consensus");
    setWindowTitle(tr("Consensus"));
    raters_->setObjectName("raters");
    raters_->setAccessibleName(tr("How well each annotator agrees with the consensus"));
    raters_->setRootIsDecorated(false);
    raters_->setHeaderLabels({tr("Annotator"), tr("Label"), tr("Sensitivity"), tr("Specificity")});
    raters_->header()->setStretchLastSection(false);
    raters_->hide();
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    make_ = buttons->addButton(tr("&Make the consensus"), QDialogButtonBox::ActionRole);
    make_->setObjectName("make");
    make_->setDefault(true);
    open_ = buttons->addButton(tr("&Open it"), QDialogButtonBox::ActionRole);
    open_->setObjectName("openResult");
    open_->hide();
    auto* column = new QVBoxLayout(this);
    asked_ = {makeProjects(), makeMethods(), makeTarget()};
    for (auto* part : asked_) column->addWidget(part, part == asked_.front() ? 1 : 0);
    column->addWidget(message_);
    column->addWidget(raters_, 2);
    column->addWidget(buttons);
    resize(560, 420);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(make_, &QPushButton::clicked, this, &ConsensusDialog::make);
    connect(open_, &QPushButton::clicked, this, [this] {
        const auto file = target();
        accept();
        workspace_.notices().guard([&] { workspace_.openProject(file); });
    });
    connect(&workspace, &Workspace::projectChanged, this, &QDialog::reject);
    const QFileInfo own(QString::fromStdString(workspace.project()->file().string()));
    QString name = tr("consensus");
    for (int n = 2; own.dir().exists(name + ".plb"); ++n) name = tr("consensus") + "_" + QString::number(n);
    out_->setText(QDir::toNativeSeparators(own.dir().filePath(name + ".plb")));
    addProject(own.filePath());
    if (workspace.comparison().isOpen()) addProject(QString::fromStdString(workspace.comparison().file().string()));
}

QWidget* ConsensusDialog::makeProjects() {
    auto* box = new QGroupBox(tr("Annotators' projects"), this);
    projects_ = new QListWidget(box);
    projects_->setObjectName("projects");
    projects_->setAccessibleName(box->title());
    auto* add = new QPushButton(tr("&Add..."), box);
    add->setObjectName("add");
    remove_ = new QPushButton(tr("&Remove"), box);
    remove_->setObjectName("remove");
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove_);
    buttons->addStretch();
    auto* row = new QHBoxLayout(box);
    row->addWidget(projects_, 1);
    row->addLayout(buttons);
    connect(add, &QPushButton::clicked, this, [this] {
        chooseFiles(this, workspace_.preferences(),
                    {.kind = FileChoice::Kind::OpenFiles,
                     .title = tr("Other annotators' projects of the same volumes"),
                     .filters = {tr("Projects (*.plb)")},
                     .memory = "projects"},
                    [this](const QStringList& files) {
                        for (const auto& file : files) addProject(file);
                    });
    });
    connect(remove_, &QPushButton::clicked, this, [this] {
        delete projects_->takeItem(projects_->currentRow());
        check();
    });
    connect(projects_, &QListWidget::currentRowChanged, this, &ConsensusDialog::check);
    return box;
}

QWidget* ConsensusDialog::makeMethods() {
    auto* box = new QGroupBox(tr("Rule"), this);
    staple_ = new QRadioButton(tr("&STAPLE: annotators who agree more with the others count more"), box);
    staple_->setObjectName("staple");
    staple_->setChecked(true);
    majority_ = new QRadioButton(tr("Ma&jority: everyone counts alike; a tie stays undecided"), box);
    majority_->setObjectName("majority");
    auto* column = new QVBoxLayout(box);
    column->addWidget(staple_);
    column->addWidget(majority_);
    return box;
}

QWidget* ConsensusDialog::makeTarget() {
    auto* widget = new QWidget(this);
    out_ = new QLineEdit(widget);
    out_->setObjectName("out");
    auto* title = new QLabel(tr("&New project:"), widget);
    title->setBuddy(out_);
    auto* browse = new QPushButton(tr("&Browse..."), widget);
    browse->setObjectName("browse");
    auto* row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(title);
    row->addWidget(out_, 1);
    row->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, &ConsensusDialog::choose);
    connect(out_, &QLineEdit::textChanged, this, &ConsensusDialog::check);
    return widget;
}

void ConsensusDialog::addProject(const QString& file) {
    auto* item = new QListWidgetItem(QFileInfo(file).completeBaseName(), projects_);
    item->setData(Qt::UserRole, file);
    item->setToolTip(QDir::toNativeSeparators(file));
    check();
}

void ConsensusDialog::choose() {
    chooseFiles(this, workspace_.preferences(),
                {.kind = FileChoice::Kind::SaveFile,
                 .title = tr("The project to make"),
                 .filters = {tr("Projects (*.plb)")},
                 .suffix = "plb",
                 .name = QFileInfo(out_->text()).fileName(),
                 .memory = "projects"},
                [this](const QStringList& files) { out_->setText(QDir::toNativeSeparators(files.first())); });
}

std::filesystem::path ConsensusDialog::target() const {
    return toPath(QDir::fromNativeSeparators(out_->text().trimmed()));
}

void ConsensusDialog::check() {
    if (working_) return;
    QString problem;
    if (projects_->count() < 2)
        problem = tr("Add at least one other project of the same volumes.");
    else if (out_->text().trimmed().isEmpty())
        problem = tr("Name the project to make.");
    else if (QFileInfo::exists(out_->text().trimmed()))
        problem = tr("There is a project of that name already; it is not replaced.");
    message_->say(Severity::Information, problem);
    make_->setEnabled(problem.isEmpty());
    remove_->setEnabled(projects_->currentRow() > 0);  // the first is the open one
}

void ConsensusDialog::make() {
    std::vector<std::filesystem::path> others;
    for (int n = 1; n < projects_->count(); ++n)
        others.push_back(toPath(projects_->item(n)->data(Qt::UserRole).toString()));
    const auto method = staple_->isChecked() ? workflow::ConsensusMethod::Staple : workflow::ConsensusMethod::Majority;
    working_ = true;
    make_->setEnabled(false);
    setAsking(false);
    message_->say(Severity::Information, tr("Working..."));
    workspace_.comparison().makeConsensus(
        others, method, target(), this, [this](const workflow::Consensus& consensus) { showResult(consensus); },
        [this](const Error& error) {
            askAgain();
            message_->say(Severity::Problem, errorText(error));
        },
        [this](int) {
            if (working_) askAgain();  // it was cancelled in the list of jobs
        });
}

void ConsensusDialog::askAgain() {
    working_ = false;
    setAsking(true);
    check();
}

void ConsensusDialog::setAsking(bool on) {
    for (auto* part : asked_) part->setEnabled(on);
}

void ConsensusDialog::showResult(const workflow::Consensus& consensus) {
    working_ = false;
    QStringList told{
        tr("The consensus of %n volume(s) is ready.", nullptr, static_cast<int>(consensus.volumes.size()))};
    if (consensus.undecided > 0)
        told.append(tr("%Ln voxel(s) stay undecided: they are background, and their slices are flagged.", nullptr,
                       static_cast<int>(consensus.undecided)));
    for (const auto& note : consensus.notes) told.append(errorText(note));
    message_->say(Severity::Information, told.join("\n"));
    for (std::size_t n = 0; n < consensus.raters.size(); ++n)
        for (const auto& label : consensus.labels) {
            const auto found = consensus.raters[n].find(static_cast<std::uint16_t>(label.id.value));
            if (found == consensus.raters[n].end()) continue;
            auto* row = new QTreeWidgetItem(
                raters_, {QString::fromStdString(consensus.projects[n]), QString::fromStdString(label.name),
                          QLocale().toString(found->second.sensitivity, 'f', 4),
                          QLocale().toString(found->second.specificity, 'f', 6)});
            for (int column : {2, 3}) row->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        }
    for (int column = 0; column < 4; ++column) raters_->resizeColumnToContents(column);
    raters_->setVisible(raters_->topLevelItemCount() > 0);
    resize(width(), std::max(height(), raters_->isVisible() ? 620 : 420));
    make_->hide();
    open_->show();
    open_->setDefault(true);
}

}  // namespace protolabel::ui
