#include "ui/panels/engine_panel.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QVBoxLayout>
#include <filesystem>

#include "ui/commands/commands.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

namespace fs = std::filesystem;
using State = EngineMonitor::State;

static QString stateText(const EngineMonitor& engine) {
    switch (engine.state()) {
        case State::NotStarted: return EnginePanel::tr("Not started: it starts when it is needed.");
        case State::Starting: return EnginePanel::tr("Starting...");
        case State::Ready: return EnginePanel::tr("Ready.");
        case State::Working: return EnginePanel::tr("Working...");
        case State::Failed: break;
    }
    return EnginePanel::tr("Failed: %1").arg(engine.problem()) + "\n" +
           EnginePanel::tr("Drawing goes on without it. Restart it, or change its command in the preferences.");
}

EnginePanel::EnginePanel(Workspace& workspace, Commands& commands, QWidget* parent)
    : QWidget(parent), workspace_(workspace), log_(new QPlainTextEdit) {
    setObjectName("engine");
    setWindowTitle(tr("Engine"));
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    const auto line = [&](const QString& text, const char* name) {
        auto* made = new QLabel;
        made->setObjectName(name);
        made->setWordWrap(true);
        made->setTextInteractionFlags(Qt::TextSelectableByMouse);
        form->addRow(text, made);
        return made;
    };
    state_ = line(tr("State"), "engineState");
    device_ = line(tr("Devices"), "engineDevices");
    precision_ = line(tr("Precision"), "enginePrecision");
    version_ = line(tr("LibTorch"), "engineVersion");
    command_ = line(tr("Command"), "engineCommand");
    cache_ = line(tr("Cache"), "engineCache");
    restart_ = new QPushButton;
    restart_->setObjectName("engineRestart");
    auto* bar = new QHBoxLayout;
    bar->addWidget(restart_);
    if (auto* preferences = commands.action("edit.preferences")) {
        auto* change = new QPushButton(tr("Change the &command..."));
        change->setObjectName("engineChange");
        connect(change, &QPushButton::clicked, preferences, &QAction::trigger);
        bar->addWidget(change);
    }
    bar->addStretch();
    log_->setObjectName("engineLog");
    log_->setAccessibleName(tr("Log of the engine"));
    log_->setReadOnly(true);
    log_->setPlaceholderText(tr("The engine has written nothing."));
    log_->setMaximumBlockCount(200);
    log_->setTabChangesFocus(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->addLayout(form);
    layout->addLayout(bar);
    layout->addWidget(log_, 1);

    auto& engine = workspace.engineMonitor();
    connect(restart_, &QPushButton::clicked, this, [this] {
        auto& monitor = workspace_.engineMonitor();
        if (monitor.state() == State::NotStarted)
            monitor.start();
        else
            monitor.restart();
    });
    connect(&engine, &EngineMonitor::changed, this, &EnginePanel::showState);
    connect(&engine, &EngineMonitor::renewed, this, &EnginePanel::showLog);
    connect(&engine, &EngineMonitor::logged, log_, &QPlainTextEdit::appendPlainText);
    showState();
    showLog();
    measureCache();
}

void EnginePanel::showLog() {
    log_->setPlainText(workspace_.engineMonitor().log().join("\n"));
}

void EnginePanel::showState() {
    const auto& engine = workspace_.engineMonitor();
    state_->setText(stateText(engine));
    QStringList devices, precisions;
    QString version = tr("not known yet");
    if (const auto& hello = engine.hello()) {
        for (const auto& device : hello->devices)
            devices.append(tr("%1 (%2), %3 free of %4")
                               .arg(QString::fromStdString(device.name), QString::fromStdString(device.id),
                                    QLocale().formattedDataSize(device.freeBytes),
                                    QLocale().formattedDataSize(device.totalBytes)));
        for (const auto& precision : hello->precisions) precisions.append(QString::fromStdString(precision));
        version = tr("%1, %n thread(s)", nullptr, hello->threads).arg(QString::fromStdString(hello->libtorch));
        bool gpu = false;
        for (const auto& device : hello->devices) gpu = gpu || device.id.rfind("cuda", 0) == 0;
        if (!gpu) devices.append(tr("No GPU: everything runs on the processor, only slower."));
    }
    device_->setText(devices.isEmpty() ? tr("not known yet") : devices.join("\n"));
    precision_->setText(precisions.isEmpty() ? tr("not known yet") : precisions.join(", "));
    version_->setText(version);
    QStringList words;
    for (const auto& word : engine.command()) words.append(QString::fromStdString(word));
    command_->setText(words.isEmpty() ? tr("none was found") : words.join(" "));
    restart_->setText(engine.state() == State::NotStarted ? tr("&Start") : tr("&Restart"));
    restart_->setEnabled(engine.state() != State::Starting);
    if (engine.state() == State::Ready) measureCache();
}

/// Of a worker on this machine, in its default place.
void EnginePanel::measureCache() {
    const auto folder =
        fs::path(QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation).toStdString()) / "protolabel";
    cache_->setToolTip(QString::fromStdString(folder.string()));
    std::error_code error;
    std::uintmax_t bytes = 0;
    for (const auto* part : {"features", "blobs"})
        for (auto file = fs::directory_iterator(folder / part, error); !error && file != fs::directory_iterator();
             file.increment(error))
            if (const auto size = file->file_size(error); !error) bytes += size;
    cache_->setText(tr("%1 on this machine").arg(QLocale().formattedDataSize(static_cast<qint64>(bytes))));
}

}  // namespace protolabel::ui
