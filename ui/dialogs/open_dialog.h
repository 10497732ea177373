#pragma once

#include <QDialog>
#include <utility>

namespace protolabel::ui {

/// Shows a dialog that goes when it is closed, beside the window it belongs to.
template <class Dialog, class... Args>
Dialog* openDialog(Args&&... args) {
    auto* dialog = new Dialog(std::forward<Args>(args)...);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->show();
    return dialog;
}

}  // namespace protolabel::ui
