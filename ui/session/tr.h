#pragma once

#include <QCoreApplication>
#include <QString>

namespace protolabel::ui {

/// Translation in functions outside of classes; in a QObject, or in a class with Q_DECLARE_TR_FUNCTIONS, tr() is
/// the class's own. The context is the one lupdate gives to such texts: their namespace.
inline QString tr(const char* text, const char* about = nullptr, int count = -1) {
    return QCoreApplication::translate("protolabel::ui", text, about, count);
}

}  // namespace protolabel::ui
