#include "ui/dialogs/about_dialog.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSysInfo>
#include <QTableWidget>
#include <QVBoxLayout>

#include "ui/dialogs/tables.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

AboutDialog::AboutDialog(Workspace& workspace, const QString& version, const Workspace::Versions& libraries,
                         QWidget* parent)
    : QDialog(parent), workspace_(workspace), table_(new QTableWidget(0, 2, this)) {
    setObjectName("about");
    setWindowTitle(tr("About Protolabel"));
    auto* title = new QLabel("<h2>Protolabel " + version.toHtmlEscaped() + "</h2>", this);
    auto* text =
        new QLabel(tr("Few-shot annotation of medical images: draw an object on a few slices, have it proposed "
                      "on all others, correct and export. It works offline; images never leave this computer "
                      "unless the engine is set up on another one. Not a medical device."),
                   this);
    text->setWordWrap(true);
    auto* licence =
        new QLabel(tr("Licence: Apache License 2.0. The libraries below have licences of their own."), this);
    licence->setWordWrap(true);
    table_->setObjectName("versions");
    table_->setHorizontalHeaderLabels({tr("Part"), tr("Version")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    setUpTable(*table_, tr("Versions"));
    add("Protolabel", version);
    add("Qt", qVersion());
    for (const auto& [what, which] : libraries) add(what, which);
    add(tr("System"), QSysInfo::prettyProductName() + ", " + QSysInfo::currentCpuArchitecture());

    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setObjectName("copy");
    copy->setToolTip(tr("Copies the versions, for a report"));
    auto* column = new QVBoxLayout(this);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(licence);
    column->addWidget(table_, 1);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(asText()); });
    resize(520, 480);
    askWorker();
}

void AboutDialog::add(const QString& what, const QString& version) {
    const int row = table_->rowCount();
    table_->insertRow(row);
    table_->setItem(row, 0, new QTableWidgetItem(what));
    table_->setItem(row, 1, new QTableWidgetItem(version));
}

void AboutDialog::askWorker() {
    auto& monitor = workspace_.engineMonitor();
    worker_ = table_->rowCount();
    add("LibTorch", {});
    connect(&monitor, &EngineMonitor::changed, this, &AboutDialog::showWorker);
    if (!monitor.hello()) monitor.start();
    showWorker();
}

void AboutDialog::showWorker() {
    const auto& monitor = workspace_.engineMonitor();
    const bool asking = monitor.starting() != 0;
    QString text = asking ? tr("asking the engine...") : tr("no answer");
    if (const auto& hello = monitor.hello())
        text = QString::fromStdString(hello->libtorch);
    else if (!monitor.problem().isEmpty())
        text = tr("no answer: %1").arg(monitor.problem());
    table_->item(worker_, 1)->setText(text);
    table_->item(worker_, 1)->setToolTip(text);
    if (!asking) emit workerAnswered();
}

QString AboutDialog::asText() const {
    QStringList lines;
    for (int row = 0; row < table_->rowCount(); ++row)
        lines.append(table_->item(row, 0)->text() + ": " + table_->item(row, 1)->text());
    return lines.join("\n");
}

}  // namespace protolabel::ui
