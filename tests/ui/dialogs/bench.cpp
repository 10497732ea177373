#include "tests/ui/dialogs/bench.h"

#include <QApplication>
#include <QCheckBox>
#include <QLineEdit>
#include <QRadioButton>
#include <QStandardPaths>
#include <QStyleFactory>

#include "core/workflow/import.h"
#include "storage/project_file.h"
#include "ui/shell/theme.h"

namespace protolabel::test {

void startApplication() {
    if (QCoreApplication::instance() != nullptr) return;
    static int argc = 1;
    static char name[] = "ui_tests";
    static char* argv[] = {name, nullptr};
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName("protolabel_tests");
    QCoreApplication::setApplicationName("protolabel_tests");
    QSettings::setDefaultFormat(QSettings::IniFormat);
    new QApplication(argc, argv);  // never deleted: at exit the libraries it needs may be gone
    ui::applyTheme(ui::Theme::Light);
}

/// Before the workspace, which opens its settings.
static std::vector<std::string> prepare(const TemporaryFolder& folder, std::vector<std::string> worker) {
    startApplication();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, QString::fromStdString(folder.path().string()));
    QSettings().clear();
    return worker;
}

Bench::Bench(std::vector<std::string> worker)
    : workspace({[](const auto& file) { return storage::openProject(file); },
                 [](const auto& file) { return storage::openProject(file, storage::Access::ReadOnly); },
                 [](const auto& file, const auto& labels) { return storage::createProject(file, labels); }},
                prepare(folder, std::move(worker))) {}

void Bench::openProject() {
    workspace.createProject(folder / "p.plb",
                            {{LabelId{1}, "liver", {255, 0, 0}}, {LabelId{2}, "spleen", {0, 255, 0}}});
    writeScan(blocks(0), folder / "a.nii");
    writeScan(blocks(9), folder / "b.nii");
    JobControl control;
    workflow::importVolumes(store(), {folder / "a.nii", folder / "b.nii"}, {}, control);
}

void click(QWidget& widget) {
    if (!widget.isVisible()) throw Failure(widget.objectName().toStdString() + " is not visible");
    if (!widget.isEnabled()) throw Failure(widget.objectName().toStdString() + " is not enabled");
    const bool ticks = qobject_cast<QRadioButton*>(&widget) != nullptr || qobject_cast<QCheckBox*>(&widget) != nullptr;
    QTest::mouseClick(&widget, Qt::LeftButton, {}, ticks ? QPoint(8, widget.height() / 2) : QPoint());
}

void clickButton(QWidget& parent, const char* name) {
    click(child<QAbstractButton>(parent, name));
}

void answer(QWidget& parent, const char* button) {
    auto& box = child<QMessageBox>(parent, "confirm");
    if (!wait([&] { return box.isVisible(); })) throw Failure("nothing is asked");
    clickButton(box, button);
}

bool wait(const std::function<bool()>& until) {
    return QTest::qWaitFor(until, 20000);
}

void type(QWidget& field, const QString& text) {
    field.setFocus();
    QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&field, Qt::Key_Delete);
    QTest::keyClicks(&field, text);
}

void keepShots(QWidget& widget, const std::string& name) {
    const char* folder = std::getenv("PROTOLABEL_SHOTS");
    if (folder == nullptr) return;
    for (const auto theme : {ui::Theme::Dark, ui::Theme::Light}) {
        ui::applyTheme(theme);
        QTest::qWait(100);
        const QString file =
            QString("%1/%2-%3.png")
                .arg(folder, QString::fromStdString(name), theme == ui::Theme::Dark ? "dark" : "light");
        if (!widget.grab().save(file)) throw Failure("cannot write " + file.toStdString());
    }
}

}  // namespace protolabel::test
