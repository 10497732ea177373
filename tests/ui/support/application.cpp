#include "tests/ui/support/application.h"

#include <QApplication>
#include <QLocale>
#include <QPalette>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>
#include <QWidget>

namespace protolabel::test {

void startUi() {
    if (QCoreApplication::instance() != nullptr) return;
    static const TemporaryFolder folder;
    const QString path = QString::fromStdString(folder.path().string());
    QStandardPaths::setTestModeEnabled(true);
    qputenv("XDG_CACHE_HOME", path.toUtf8());
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, path);
    QSettings::setPath(QSettings::IniFormat, QSettings::SystemScope, path);
    QCoreApplication::setOrganizationName("protolabel-tests");
    QCoreApplication::setApplicationName("protolabel-tests");
    QLocale::setDefault(QLocale::c());
    static int argc = 1;
    static char name[] = "ui_tests";
    static char* argv[] = {name, nullptr};
    new QApplication(argc, argv);  // never deleted: at exit the libraries it needs may be gone
    QApplication::setStyle("Fusion");
}

void waitFor(const QString& what, const std::function<bool()>& come) {
    if (!QTest::qWaitFor(come, 20000)) throw Failure("waited in vain for: " + what.toStdString());
}

void showAt(QWidget& widget, int width, int height) {
    widget.resize(width, height);
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget)) throw Failure("the window was not shown");
    widget.activateWindow();
    QCoreApplication::processEvents();
}

void keepPictures(QWidget& widget, const QString& name) {
    const QByteArray folder = qgetenv("PROTOLABEL_SHOTS");
    if (folder.isEmpty()) return;
    const QPalette before = QApplication::palette();
    for (const bool dark : {false, true}) {
        QPalette palette(dark ? QColor(48, 49, 54) : QColor(240, 240, 242),
                         dark ? QColor(37, 38, 42) : QColor(240, 240, 242));
        palette.setColor(QPalette::Base, dark ? QColor(28, 29, 32) : QColor(Qt::white));
        palette.setColor(QPalette::AlternateBase, dark ? QColor(34, 35, 39) : QColor(246, 246, 248));
        palette.setColor(QPalette::PlaceholderText, dark ? QColor(150, 150, 158) : QColor(110, 110, 118));
        palette.setColor(QPalette::Highlight, dark ? QColor(58, 132, 214) : QColor(0, 103, 192));
        palette.setColor(QPalette::HighlightedText, Qt::white);
        QApplication::setPalette(palette);
        QCoreApplication::processEvents();
        widget.grab().save(QString("%1/%2_%3.png").arg(folder, name, dark ? "dark" : "light"));
    }
    QApplication::setPalette(before);
}

}  // namespace protolabel::test
