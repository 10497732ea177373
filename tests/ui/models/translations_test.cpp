// The program's texts in another language, found under the contexts that lupdate gave them.
#include "ui/session/translations.h"

#include <QCoreApplication>
#include <QLocale>

#include "tests/ui/support/application.h"
#include "ui/models/label_presets.h"
#include "ui/session/edit_text.h"
#include "ui/session/error_text.h"
#include "ui/session/shown_volume.h"
#include "ui/session/tr.h"

using namespace protolabel;
using namespace protolabel::test;

namespace {

class Language {
public:
    explicit Language(const QString& code) {
        startUi();
        translations_.use(code);
    }
    ~Language() { QLocale::setDefault(QLocale::c()); }

private:
    ui::Translations translations_;
};

std::string imported(int count) {
    return ui::tr("%n label(s) imported", nullptr, count).toStdString();
}

}  // namespace

TEST(languages_are_those_with_a_translation_and_english) {
    CHECK(ui::languages() == QStringList({"en", "de"}));
    CHECK_EQ(ui::languageName("en").toStdString(), "English");
    CHECK_EQ(ui::languageName("de").toStdString(), "Deutsch");
}

TEST(every_kind_of_text_is_translated) {
    const Language german("de");
    CHECK_EQ(ui::tr("&Undo").toStdString(), "&Rückgängig");
    CHECK_EQ(ui::ShownVolume::tr("Read %1").toStdString(), "%1 lesen");
    CHECK_EQ(ui::errorText(Error("label.locked", "{0} is locked; unlock it to draw it", {"liver"})).toStdString(),
             "liver ist gesperrt; zum Zeichnen entsperren");
    CHECK_EQ(ui::messageText({"edit.brush", "Brush {0}", {"liver"}}).toStdString(), "liver pinseln");
    CHECK_EQ(QCoreApplication::translate("Stage", "train").toStdString(), "Trainieren");
    CHECK_EQ(ui::labelPresets().front().labels.front().name, "Leber");
    CHECK_EQ(QLocale().toString(53275).toStdString(), "53.275");
}

TEST(names_of_edits_that_the_core_makes_are_translated) {
    const auto text = [](const std::string& name) { return ui::editText(name).toStdString(); };
    {
        const Language german("de");
        CHECK_EQ(text("accept liver on 3 slices"), "liver auf 3 Schichten übernehmen");
        CHECK_EQ(text("accept liver on 1 slice"), "liver auf 1 Schicht übernehmen");
        CHECK_EQ(text("reject 2 labels on 14 slices"), "2 Labels auf 14 Schichten verwerfen");
        CHECK_EQ(text("import mask a (b).nii.gz into scan 7"), "Maske a (b).nii.gz in scan 7 importieren");
        CHECK_EQ(text("predict 4 labels on 12 volumes"), "4 Labels auf 12 Volumen vorschlagen");
        CHECK_EQ(text("train sqpfnet (resnet18, 1000 iterations)"), "sqpfnet trainieren (resnet18, 1000 Iterationen)");
        CHECK_EQ(text("Leber pinseln"), "Leber pinseln");
        CHECK_EQ(text("please accept liver on 3 slices"), "please accept liver on 3 slices");
    }
    const Language english("en");
    CHECK_EQ(text("accept liver on 3 slices"), "accept liver on 3 slices");
}

TEST(plurals_agree_with_their_number) {
    {
        const Language english("en");
        CHECK_EQ(imported(1), "1 label imported");
        CHECK_EQ(imported(3), "3 labels imported");
        CHECK_EQ(ui::tr("&Undo").toStdString(), "&Undo");
    }
    const Language german("de");
    CHECK_EQ(imported(1), "1 Label importiert");
    CHECK_EQ(imported(3), "3 Labels importiert");
}
