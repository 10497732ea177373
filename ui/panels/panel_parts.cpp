#include "ui/panels/panel_parts.h"

#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace protolabel::ui {

QScrollArea* fillScrolled(QWidget& panel, QWidget* inside) {
    auto* area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(inside);
    auto* whole = new QVBoxLayout(&panel);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(area);
    return area;
}

QToolButton* textButton(QAction* action, const QString& name) {
    auto* button = new QToolButton;
    if (action != nullptr) button->setDefaultAction(action);
    button->setObjectName(name);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

}  // namespace protolabel::ui
