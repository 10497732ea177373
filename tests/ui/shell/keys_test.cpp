// Keys do what they are bound to, and only there.
#include <QAction>
#include <QLineEdit>
#include <fstream>
#include <sstream>

#include "tests/ui/shell/desk.h"
#include "ui/commands/commands.h"

using namespace protolabel;
using namespace protolabel::test;
using ui::ToolKind;

TEST(another_key_for_a_command_takes_the_place_of_the_first) {
    Desk desk;
    desk.openStudy();
    desk.window->commands().setShortcuts("tool.brush", {QKeySequence("Ctrl+Shift+B"), QKeySequence("Q")});
    desk.key(Qt::Key_B);
    CHECK(desk.editor().tool() == ToolKind::Navigate);
    desk.key(Qt::Key_Q);
    CHECK(desk.editor().tool() == ToolKind::Brush);
    desk.makeWindow();  // remembered
    desk.key(Qt::Key_E);
    desk.key(Qt::Key_Q);
    CHECK(desk.editor().tool() == ToolKind::Brush);
    desk.window->commands().resetShortcuts("tool.brush");
    desk.key(Qt::Key_E);
    desk.key(Qt::Key_B);
    CHECK(desk.editor().tool() == ToolKind::Brush);
}

TEST(text_typed_into_a_field_reaches_no_tool) {
    Desk desk;
    desk.openStudy();
    auto& filter = child<QLineEdit>(*desk.window, "volumesFilter");
    filter.setFocus();
    desk.type("bego1x2,.[]h");
    CHECK_EQ(filter.text().toStdString(), "bego1x2,.[]h");
    CHECK(desk.editor().tool() == ToolKind::Navigate);
    CHECK_EQ(desk.editor().label().value, 1);
    const auto before = desk.window->viewer().position();
    for (const auto key : {Qt::Key_Home, Qt::Key_Up, Qt::Key_PageDown, Qt::Key_A, Qt::Key_O, Qt::Key_Return})
        desk.key(key);
    CHECK(desk.window->viewer().position() == before);
    CHECK(!desk.window->viewer().overlay().outlined);
    desk.window->viewer().setFocus();
    desk.key(Qt::Key_O);
    CHECK(desk.window->viewer().overlay().outlined);
    desk.key(Qt::Key_Up);
    CHECK_EQ(desk.window->viewer().position()[2], before[2] + 1);
}

TEST(the_palette_finds_a_command_by_its_name) {
    Desk desk;
    desk.openStudy();
    desk.key(Qt::Key_K, Qt::ControlModifier);
    auto& palette = child<QWidget>(*desk.window, "commandPalette");
    waitFor("the palette", [&] { return palette.isVisible(); });
    auto& field = child<QLineEdit>(palette, "commandPaletteField");
    QTest::keyClicks(&field, "brush");
    keepPictures(palette, "flow_palette");
    CHECK(desk.editor().tool() == ToolKind::Navigate);
    QTest::keyClick(&field, Qt::Key_Return);
    waitFor("the brush", [&] { return desk.editor().tool() == ToolKind::Brush; });
    CHECK(!palette.isVisible());
}

TEST(no_key_means_two_things) {
    Desk desk;
    const auto& commands = desk.window->commands();
    for (const QString& id : commands.ids())
        for (const auto& key : commands.shortcuts(id))
            if (const QString other = commands.conflict(id, key); !other.isEmpty())
                throw Failure(key.toString().toStdString() + " is of " + id.toStdString() + " and " +
                              other.toStdString());
}

TEST(every_key_is_in_the_help) {
    Desk desk;
    std::ifstream file(PROTOLABEL_HELP);
    std::stringstream text;
    text << file.rdbuf();
    const QStringList lines = QString::fromStdString(text.str()).split('\n');
    const auto& commands = desk.window->commands();
    QStringList missing;  // as lines to be put into the help
    for (const QString& id : commands.ids()) {
        const auto& info = commands.info(id);
        if (info.shortcuts.isEmpty()) continue;
        QStringList keys;
        for (const auto& key : info.shortcuts) keys.append("`" + key.toString(QKeySequence::PortableText) + "`");
        const QString line =
            "| " + QString(info.text).remove('&').remove("...") + " | " + keys.join(" ") + " | " + info.help + " |";
        if (!lines.contains(line)) missing.append(line);
    }
    CHECK_EQ(missing.join("\n").toStdString(), "");
}
