#include "tests/ui/panels/panel_window.h"

#include <QTest>

namespace protolabel::test {

static QPoint centre(QAbstractItemView& view, int row, int column) {
    const auto index = view.model()->index(row, column);
    if (!index.isValid()) throw Failure("no such row");
    view.scrollTo(index);
    return view.visualRect(index).center();
}

void click(QAbstractItemView& view, int row, int column, Qt::MouseButton button) {
    QTest::mouseClick(view.viewport(), button, {}, centre(view, row, column));
}

void doubleClick(QAbstractItemView& view, int row, int column) {
    const QPoint place = centre(view, row, column);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
}

}  // namespace protolabel::test
