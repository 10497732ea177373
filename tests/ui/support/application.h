#pragma once

#include <QObject>
#include <QString>
#include <functional>

#include "tests/support/check.h"

class QWidget;

/// What tests that drive widgets share.
namespace protolabel::test {

/// The one QApplication of the program, made at the first call; preferences and caches are kept in a folder of the test.
void startUi();

/// Passes events until `come` is true; fails with `what` after some seconds.
void waitFor(const QString& what, const std::function<bool()>& come);

/// Shows the widget in a window of this size and waits until it was painted.
void showAt(QWidget& widget, int width, int height);

/// Saves a picture in the light and the dark colours for a person to look at where the environment variable PROTOLABEL_SHOTS names a folder.
void keepPictures(QWidget& widget, const QString& name);

/// The child of this type and object name; fails where there is none.
template <class Widget>
Widget& child(const QObject& parent, const QString& name) {
    auto* found = parent.findChild<Widget*>(name);
    if (found == nullptr) throw Failure("no " + name.toStdString());
    return *found;
}

}  // namespace protolabel::test
