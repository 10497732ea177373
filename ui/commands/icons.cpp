#include "ui/commands/icons.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

/// Outside of any namespace, as the macro wants.
static void initializeIcons() {
    Q_INIT_RESOURCE(icons);
}

namespace protolabel::ui {

namespace {

class ThemedEngine : public QIconEngine {
public:
    explicit ThemedEngine(QByteArray drawing) : drawing_(std::move(drawing)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const QColor color = QApplication::palette().color(group, QPalette::WindowText);
        QSvgRenderer drawing(QByteArray(drawing_).replace("currentColor", color.name().toLatin1()));
        painter->setOpacity(color.alphaF());
        drawing.render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, pixmap.rect(), mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new ThemedEngine(*this); }

private:
    QByteArray drawing_;
};

}  // namespace

QIcon themedIcon(const QString& name) {
    initializeIcons();
    QFile file(":/icons/" + name + ".svg");
    return file.open(QIODevice::ReadOnly) ? QIcon(new ThemedEngine(file.readAll())) : QIcon();
}

}  // namespace protolabel::ui
