#include "ui/session/translations.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

/// Outside of any namespace, as the macro wants.
static void initializeTranslations() {
    Q_INIT_RESOURCE(translations);
}

namespace protolabel::ui {

static const QString kFolder = ":/translations";
static const QString kPrefix = "protolabel_";

QStringList languages() {
    initializeTranslations();
    QStringList all{"en"};
    for (const QString& file : QDir(kFolder).entryList({kPrefix + "*.qm"}))
        if (const QString code = file.mid(kPrefix.size()).chopped(3); code != "en") all.append(code);
    return all;
}

QString languageName(const QString& code) {
    return code == "en" ? "English" : QLocale(code).nativeLanguageName();  // Qt says "American English"
}

Translations::Translations() = default;

Translations::~Translations() {
    for (auto* translator : {program_.get(), qt_.get()})
        if (translator != nullptr && QCoreApplication::instance() != nullptr)
            QCoreApplication::removeTranslator(translator);
}

void Translations::use(const QString& language) {
    initializeTranslations();
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    const auto load = [&](std::unique_ptr<QTranslator>& translator, const QString& prefix, const QString& folder) {
        if (translator) QCoreApplication::removeTranslator(translator.get());
        translator = std::make_unique<QTranslator>();
        if (translator->load(locale, prefix, "_", folder) || translator->load(prefix + "_en", folder))
            QCoreApplication::installTranslator(translator.get());
    };
    load(program_, "protolabel", kFolder);
    load(qt_, "qtbase", QLibraryInfo::path(QLibraryInfo::TranslationsPath));
}

}  // namespace protolabel::ui
