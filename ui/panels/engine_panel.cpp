#include "ui/panels/engine_panel.h"

#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/commands/commands.h"
#include "ui/panels/flow_layout.h"
#include "ui/panels/panel_parts.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static constexpr int kAskAfter = 1500;  // ms

using State = EngineMonitor::State;

static QString stateText(const EngineMonitor& engine) {
    const QString trouble =
        engine.trouble().isEmpty() ? QString() : "\n" + EnginePanel::tr("Last trouble: %1").arg(engine.trouble());
    switch (engine.state()) {
        case State::NotStarted: return EnginePanel::tr("Not started: it starts when it is needed.");
        case State::Starting: return EnginePanel::tr("Starting...");
        case State::Ready: return EnginePanel::tr("Ready.") + trouble;
        case State::Working: return EnginePanel::tr("Working...") + trouble;
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
    state_ = addLine(*form, tr("State"), "engineState");
    device_ = addLine(*form, tr("Devices"), "engineDevices");
    precision_ = addLine(*form, tr("Precision"), "enginePrecision");
    version_ = addLine(*form, tr("LibTorch"), "engineVersion");
    command_ = addLine(*form, tr("Command"), "engineCommand");
    queue_ = addLine(*form, tr("Queue"), "engineQueue");
    cache_ = addLine(*form, tr("Cache"), "engineCache");
    clear_ = new QPushButton(tr("C&lear the cache"));
    clear_->setObjectName("engineClearCache");
    clear_->setToolTip(tr("Features and prepared volumes; they are computed again when they are needed"));
    restart_ = new QPushButton;
    restart_->setObjectName("engineRestart");
    test_ = new QPushButton(tr("&Test the connection"));
    test_->setObjectName("engineTest");
    test_->setToolTip(tr("Asks the engine and says how long its answer takes"));
    tested_ = new QLabel;
    tested_->setObjectName("engineTested");
    tested_->setWordWrap(true);
    auto* bar = new FlowLayout;
    for (auto* button : {restart_, test_, clear_}) bar->addWidget(button);
    if (auto* preferences = commands.action("edit.preferences")) {
        auto* change = new QPushButton(tr("Change the &command..."));
        change->setObjectName("engineChange");
        connect(change, &QPushButton::clicked, preferences, &QAction::trigger);
        bar->addWidget(change);
    }
    log_->setObjectName("engineLog");
    log_->setAccessibleName(tr("Log of the engine"));
    log_->setReadOnly(true);
    log_->setPlaceholderText(tr("The engine has written nothing."));
    log_->setMaximumBlockCount(200);
    log_->setTabChangesFocus(true);
    log_->setMinimumHeight(80);
    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->addLayout(bar);  // first: they stay where they are when the lines below grow
    layout->addWidget(tested_);
    layout->addLayout(form);
    layout->addWidget(log_, 1);
    fillScrolled(*this, inside);

    auto& engine = workspace.engineMonitor();
    connect(restart_, &QPushButton::clicked, &engine, &EngineMonitor::restart);
    connect(test_, &QPushButton::clicked, this, [this] { workspace_.engineMonitor().test(); });
    connect(&engine, &EngineMonitor::changed, this, [this] {
        showState();
        if (workspace_.engineMonitor().state() == State::Ready) ask_.start();
    });
    connect(&engine, &EngineMonitor::renewed, this, &EnginePanel::showLog);
    connect(&engine, &EngineMonitor::logged, log_, &QPlainTextEdit::appendPlainText);
    connect(&engine, &EngineMonitor::statusKnown, this, &EnginePanel::showState);
    connect(clear_, &QPushButton::clicked, this, [this] { workspace_.engineMonitor().refresh(true); });
    ask_.setSingleShot(true);
    ask_.setInterval(kAskAfter);
    connect(&ask_, &QTimer::timeout, this, [this] {
        if (isVisible()) workspace_.engineMonitor().refresh();
    });
    showState();
    showLog();
}

QLabel* EnginePanel::addLine(QFormLayout& form, const QString& text, const char* name) {
    auto* made = new QLabel;
    made->setObjectName(name);
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form.addRow(text, made);
    return made;
}

void EnginePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    ask_.start();
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
        for (const auto& device : engine.status() ? engine.status()->devices : hello->devices)
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
    test_->setEnabled(!engine.testing());
    tested_->setText(engine.tested());
    tested_->setVisible(!engine.tested().isEmpty());
    showStatus();
}

static QString share(std::int64_t bytes, std::int64_t bound) {
    return EnginePanel::tr("%1 of %2").arg(QLocale().formattedDataSize(bytes), QLocale().formattedDataSize(bound));
}

void EnginePanel::showStatus() {
    const auto& status = workspace_.engineMonitor().status();
    clear_->setEnabled(status.has_value());
    if (!status) {
        queue_->setText(tr("not known yet"));
        cache_->setText(tr("not known yet"));
        return;
    }
    queue_->setText(status->running + status->waiting == 0
                        ? tr("empty")
                        : tr("%1 running, %2 waiting").arg(status->running).arg(status->waiting));
    cache_->setText(tr("Features: %1 in memory, %2 on disk\nVolumes: %3 in memory, %4 on disk")
                        .arg(share(status->features.memoryBytes, status->features.memoryBound),
                             share(status->features.diskBytes, status->features.diskBound),
                             share(status->blobs.memoryBytes, status->blobs.memoryBound),
                             share(status->blobs.diskBytes, status->blobs.diskBound)));
    precision_->setText(
        tr("%1 on %2").arg(QString::fromStdString(status->precision), QString::fromStdString(status->device)));
}

}  // namespace protolabel::ui
