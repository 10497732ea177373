#include "ui/shell/theme.h"

#include <QApplication>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleOption>

#include "ui/session/preferences.h"

namespace protolabel::ui {

namespace {

/// Fusion takes the outline of what is ticked from the window's colour made darker: hardly seen, and in the dark theme not at all.
class ThemeStyle : public QProxyStyle {
public:
    explicit ThemeStyle(bool dark) : QProxyStyle("Fusion"), dark_(dark) {}

    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override {
        if (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton)
            return QProxyStyle::drawPrimitive(element, option, painter, widget);
        QStyleOptionButton outlined;
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            outlined = *button;
        else
            outlined.QStyleOption::operator=(*option);
        const bool enabled = option->state.testFlag(State_Enabled);
        outlined.palette.setColor(QPalette::Window, dark_     ? QColor(enabled ? "#c8c8d0" : "#78787e")
                                                    : enabled ? QColor("#96969c")
                                                              : QColor("#c8c8cc"));
        QProxyStyle::drawPrimitive(element, &outlined, painter, widget);
    }

private:
    bool dark_;
};

}  // namespace

static QPalette lightPalette() {
    QPalette palette(QColor(240, 240, 242));
    palette.setColor(QPalette::WindowText, QColor(28, 28, 32));
    palette.setColor(QPalette::Base, Qt::white);
    palette.setColor(QPalette::AlternateBase, QColor(246, 246, 248));
    palette.setColor(QPalette::Text, QColor(28, 28, 32));
    palette.setColor(QPalette::ButtonText, QColor(28, 28, 32));
    palette.setColor(QPalette::PlaceholderText, QColor(110, 110, 118));
    palette.setColor(QPalette::Highlight, QColor(0, 103, 192));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0, 90, 170));
    palette.setColor(QPalette::ToolTipBase, QColor(255, 255, 240));
    palette.setColor(QPalette::ToolTipText, QColor(28, 28, 32));
    return palette;
}

static QPalette darkPalette() {
    QPalette palette(QColor(48, 49, 54), QColor(37, 38, 42));
    palette.setColor(QPalette::WindowText, QColor(226, 226, 230));
    palette.setColor(QPalette::Base, QColor(28, 29, 32));
    palette.setColor(QPalette::AlternateBase, QColor(34, 35, 39));
    palette.setColor(QPalette::Text, QColor(226, 226, 230));
    palette.setColor(QPalette::ButtonText, QColor(226, 226, 230));
    palette.setColor(QPalette::BrightText, QColor(255, 120, 120));
    palette.setColor(QPalette::PlaceholderText, QColor(150, 150, 158));
    palette.setColor(QPalette::Highlight, QColor(58, 132, 214));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(110, 175, 245));
    palette.setColor(QPalette::ToolTipBase, QColor(60, 61, 66));
    palette.setColor(QPalette::ToolTipText, QColor(226, 226, 230));
    return palette;
}

static void dim(QPalette& palette) {
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        QColor color = palette.color(QPalette::Active, role);
        color.setAlphaF(0.45F);
        palette.setColor(QPalette::Disabled, role, color);
    }
}

void applyTheme(Theme theme) {
    static const QPalette systems = QApplication::palette();
    const bool dark =
        theme == Theme::Dark || (theme == Theme::System && systems.color(QPalette::Window).lightness() < 128);
    QApplication::setStyle(new ThemeStyle(dark));
    QPalette palette = dark ? darkPalette() : lightPalette();
    dim(palette);
    QApplication::setPalette(palette);
}

}  // namespace protolabel::ui
