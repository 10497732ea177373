#include "ui/dialogs/engine_page.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/dialogs/job_line.h"
#include "ui/dialogs/message_line.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

EnginePage::EnginePage(Workspace& workspace, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      command_(new QLineEdit(workspace.preferences().workerCommand(), this)),
      test_(new QPushButton(tr("&Test the connection"), this)),
      job_(new JobLine(workspace.jobs(), this)),
      message_(new MessageLine(this)) {
    setWindowTitle(tr("Engine"));
    auto* title = new QLabel(tr("&Command that starts the engine:"), this);
    title->setBuddy(command_);
    command_->setObjectName("command");
    command_->setPlaceholderText(tr("the protolabel-worker beside this program"));
    auto* text =
        new QLabel(tr("Leave it empty to work on this computer. To use a computer with a graphics card, give a "
                      "command that starts the worker there, for example: ssh gpu-host protolabel-worker"),
                   this);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    test_->setObjectName("test");
    test_->setAutoDefault(false);
    auto* row = new QHBoxLayout;
    row->addWidget(test_);
    row->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(title);
    column->addWidget(command_);
    column->addWidget(text);
    column->addLayout(row);
    column->addWidget(job_);
    column->addWidget(message_);
    column->addStretch();
    connect(command_, &QLineEdit::editingFinished, this, &EnginePage::store);
    connect(command_, &QLineEdit::textEdited, message_, &MessageLine::clear);
    connect(test_, &QPushButton::clicked, this, &EnginePage::test);
    connect(job_, &JobLine::ended, this, &EnginePage::showAnswer);
}

void EnginePage::store() {
    const QString command = command_->text().trimmed();
    if (command != workspace_.preferences().workerCommand()) workspace_.preferences().setWorkerCommand(command);
}

static QString describe(const engine::Hello& hello) {
    QStringList lines{EnginePage::tr("It answers: version %1, LibTorch %2.")
                          .arg(QString::fromStdString(hello.build), QString::fromStdString(hello.libtorch))};
    constexpr double kGiB = 1024.0 * 1024 * 1024;
    for (const auto& device : hello.devices) {
        QString line =
            EnginePage::tr("Device %1: %2").arg(QString::fromStdString(device.id), QString::fromStdString(device.name));
        if (device.totalBytes > 0)
            line += EnginePage::tr(", %1 of %2 GB free")
                        .arg(static_cast<double>(device.freeBytes) / kGiB, 0, 'f', 1)
                        .arg(static_cast<double>(device.totalBytes) / kGiB, 0, 'f', 1);
        lines.append(line);
    }
    QStringList precisions;
    for (const auto& precision : hello.precisions) precisions.append(QString::fromStdString(precision));
    lines.append(EnginePage::tr("Precision: %1; threads: %2").arg(precisions.join(", ")).arg(hello.threads));
    return lines.join("\n");
}

void EnginePage::test() {
    store();
    message_->clear();
    test_->setEnabled(false);
    auto& monitor = workspace_.engineMonitor();
    monitor.restart();
    job_->follow(monitor.starting());
}

void EnginePage::showAnswer() {
    test_->setEnabled(true);
    const auto& monitor = workspace_.engineMonitor();
    if (const auto& hello = monitor.hello())
        message_->say(Severity::Information, describe(*hello));
    else if (!monitor.problem().isEmpty())
        message_->say(Severity::Problem, monitor.problem());
    emit tested();
}

}  // namespace protolabel::ui
