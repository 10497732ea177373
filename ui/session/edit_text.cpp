#include "ui/session/edit_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <vector>

#include "core/base/error.h"

namespace protolabel::ui {

namespace {

constexpr const char* kContext = "EditName";

// One slice and several are two names, as the core writes them. The first that fits counts.
constexpr const char* kNames[] = {
    QT_TRANSLATE_NOOP("EditName", "accept {0} on {1} slice"),
    QT_TRANSLATE_NOOP("EditName", "accept {0} on {1} slices"),
    QT_TRANSLATE_NOOP("EditName", "reject {0} on {1} slice"),
    QT_TRANSLATE_NOOP("EditName", "reject {0} on {1} slices"),
    QT_TRANSLATE_NOOP("EditName", "annotate {0} on {1} slice of {2}"),
    QT_TRANSLATE_NOOP("EditName", "annotate {0} on {1} slices of {2}"),
    QT_TRANSLATE_NOOP("EditName", "import {0} label"),
    QT_TRANSLATE_NOOP("EditName", "import {0} labels"),
    QT_TRANSLATE_NOOP("EditName", "import mask {0} into {1}"),
    QT_TRANSLATE_NOOP("EditName", "import model {0} ({1})"),
    QT_TRANSLATE_NOOP("EditName", "import {0} volume"),
    QT_TRANSLATE_NOOP("EditName", "import {0} volumes"),
    QT_TRANSLATE_NOOP("EditName", "predict {0} on {1}"),
    QT_TRANSLATE_NOOP("EditName", "relink {0} volume"),
    QT_TRANSLATE_NOOP("EditName", "relink {0} volumes"),
    QT_TRANSLATE_NOOP("EditName", "train {0} ({1}, {2} iterations)"),
    QT_TRANSLATE_NOOP("EditName", "add labels"),
};
// What may stand for a label or a volume in them.
constexpr const char* kCounts[] = {
    QT_TRANSLATE_NOOP("EditName", "{0} labels"),
    QT_TRANSLATE_NOOP("EditName", "{0} volumes"),
};

struct Pattern {
    const char* name;
    QRegularExpression expression;
};

template <std::size_t n>
std::vector<Pattern> patternsOf(const char* const (&names)[n]) {
    std::vector<Pattern> patterns;
    for (const auto* name : names) {
        QString expression = QRegularExpression::escape(QString::fromLatin1(name));
        for (const char* place : {"\\{0\\}", "\\{1\\}", "\\{2\\}"}) expression.replace(place, "(.+)");
        patterns.push_back({name, QRegularExpression(QRegularExpression::anchoredPattern(expression))});
    }
    return patterns;
}

/// `part`: what becomes of the texts in the name's places.
template <class Part>
QString translated(const QString& name, const std::vector<Pattern>& patterns, const Part& part) {
    for (const auto& pattern : patterns) {
        const auto found = pattern.expression.match(name);
        if (!found.hasMatch()) continue;
        std::vector<std::string> parts;
        for (int n = 1; n <= found.lastCapturedIndex(); ++n) parts.push_back(part(found.captured(n)).toStdString());
        const auto local = QCoreApplication::translate(kContext, pattern.name).toStdString();
        return QString::fromStdString(formatText(local, parts));
    }
    return name;
}

}  // namespace

QString editText(const std::string& name) {
    static const auto names = patternsOf(kNames), counts = patternsOf(kCounts);
    const auto count = [](const QString& text) {
        return translated(text, counts, [](const QString& number) { return number; });
    };
    return translated(QString::fromStdString(name), names, count);
}

}  // namespace protolabel::ui
