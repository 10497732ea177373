#pragma once

#include <QStringList>
#include <memory>

class QTranslator;
class QString;

namespace protolabel::ui {

/// The languages the program has, as codes; English is always there, and first.
QStringList languages();
/// "Deutsch", "English": in the language itself.
QString languageName(const QString& code);

/// The program's and Qt's own texts in one language, installed as long as this lives.
class Translations {
public:
    Translations();
    ~Translations();

    /// Empty: the system's. Numbers and dates follow. What is on screen already keeps its language until it is made anew.
    void use(const QString& language);

private:
    std::unique_ptr<QTranslator> program_, qt_;
};

}  // namespace protolabel::ui
