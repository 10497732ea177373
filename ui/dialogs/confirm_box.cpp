#include "ui/dialogs/confirm_box.h"

#include <QMessageBox>
#include <QPushButton>

namespace protolabel::ui {

QMessageBox* ask(QWidget* parent, const Question& question, std::function<void()> accepted) {
    auto* box = new QMessageBox(QMessageBox::Warning, question.title, question.text, QMessageBox::NoButton, parent);
    box->setObjectName("confirm");
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.details);
    auto* accept = box->addButton(question.accept, QMessageBox::AcceptRole);
    accept->setObjectName("confirm.accept");
    accept->setAutoDefault(false);  // else Enter presses it when it happens to have the focus
    auto* refuse = box->addButton(question.refuse, QMessageBox::RejectRole);
    refuse->setObjectName("confirm.refuse");
    box->setDefaultButton(refuse);
    box->setEscapeButton(refuse);
    QObject::connect(box, &QMessageBox::buttonClicked, parent, [accept, run = std::move(accepted)](auto* clicked) {
        if (clicked == accept) run();
    });
    box->open();
    refuse->setFocus();
    return box;
}

}  // namespace protolabel::ui
