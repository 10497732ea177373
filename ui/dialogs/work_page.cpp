#include "ui/dialogs/work_page.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

#include "ui/session/preferences.h"

namespace protolabel::ui {

WorkPage::WorkPage(Preferences& preferences, QWidget* parent) : QWidget(parent) {
    setWindowTitle(tr("Work"));
    auto* annotator = new QLineEdit(preferences.annotator(), this);
    annotator->setObjectName("annotator");
    annotator->setPlaceholderText(tr("your login name"));
    annotator->setToolTip(tr("Stands beside every edit that you make"));
    auto* idle = new QSpinBox(this);
    idle->setObjectName("idle");
    idle->setRange(5, 3600);
    idle->setSuffix(" " + tr("s"));
    idle->setValue(static_cast<int>(preferences.idleSeconds()));
    idle->setToolTip(tr("Longer pauses are not counted as work"));
    auto* undo = new QSpinBox(this);
    undo->setObjectName("undo");
    undo->setRange(10, 100'000);
    undo->setSingleStep(100);
    undo->setSuffix(" " + tr("MB"));
    undo->setValue(static_cast<int>(preferences.undoMegabytes()));
    undo->setToolTip(tr("When more is needed the oldest steps can no longer be undone"));

    auto* form = new QFormLayout(this);
    const auto explain = [&](const QString& text) {
        auto* line = new QLabel(text, this);
        line->setWordWrap(true);
        line->setForegroundRole(QPalette::PlaceholderText);
        form->addRow(QString(), line);
    };
    form->addRow(tr("&Annotator:"), annotator);
    explain(annotator->toolTip() + ".");
    form->addRow(tr("&Pause after:"), idle);
    explain(idle->toolTip() + ".");
    form->addRow(tr("&Undo history per project:"), undo);
    explain(undo->toolTip() + ".");
    connect(annotator, &QLineEdit::textEdited, this,
            [&preferences](const QString& name) { preferences.setAnnotator(name.trimmed()); });
    connect(idle, &QSpinBox::valueChanged, this, [&preferences](int seconds) { preferences.setIdleSeconds(seconds); });
    connect(undo, &QSpinBox::valueChanged, this,
            [&preferences](int megabytes) { preferences.setUndoMegabytes(megabytes); });
}

}  // namespace protolabel::ui
