#include "ui/models/table_text.h"

#include <QStandardItemModel>

#include "tests/ui/support/application.h"

namespace test = protolabel::test;
using namespace protolabel::ui;

namespace {

struct Table : QStandardItemModel {
    Table() : QStandardItemModel(2, 2) {
        setHorizontalHeaderLabels({"name", "ml"});
        setItem(0, 0, new QStandardItem("liver, left \"lobe\""));
        setItem(1, 0, new QStandardItem("tab\there"));
        item(0, 0)->setToolTip("");
        setData(index(0, 1), 12.5);
        setData(index(1, 1), 3);
    }
};

TEST(csv_quotes_what_needs_it) {
    test::startUi();
    CHECK_EQ(toCsv(Table()).toStdString(), "name,ml\r\n\"liver, left \"\"lobe\"\"\",12.5\r\ntab\there,3\r\n");
}

TEST(tabbed_text_has_the_chosen_rows) {
    test::startUi();
    Table table;
    CHECK_EQ(toTabbed(table, {table.index(1, 0), table.index(1, 1)}).toStdString(), "name\tml\ntab here\t3\n");
    CHECK_EQ(toTabbed(table).toStdString(), "name\tml\nliver, left \"lobe\"\t12.5\ntab here\t3\n");
}

}  // namespace
