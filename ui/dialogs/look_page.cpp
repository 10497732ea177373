#include "ui/dialogs/look_page.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>

#include "ui/session/preferences.h"
#include "ui/session/translations.h"

namespace protolabel::ui {

LookPage::LookPage(Preferences& preferences, QWidget* parent) : QWidget(parent) {
    setWindowTitle(tr("Look"));
    auto* theme = new QComboBox(this);
    theme->setObjectName("theme");
    theme->addItem(tr("As the system"), static_cast<int>(Theme::System));
    theme->addItem(tr("Light"), static_cast<int>(Theme::Light));
    theme->addItem(tr("Dark"), static_cast<int>(Theme::Dark));
    theme->setCurrentIndex(theme->findData(static_cast<int>(preferences.theme())));
    auto* language = new QComboBox(this);
    language->setObjectName("language");
    language->addItem(tr("As the system"), "");
    for (const QString& code : languages()) language->addItem(languageName(code), code);
    language->setCurrentIndex(std::max(0, language->findData(preferences.language())));
    auto* smooth = new QCheckBox(tr("&Smooth grey values between voxels"), this);
    smooth->setObjectName("smooth");
    smooth->setChecked(preferences.smoothPictures());

    auto* form = new QFormLayout(this);
    form->addRow(tr("&Theme:"), theme);
    form->addRow(tr("&Language:"), language);
    form->addRow(tr("Slices:"), smooth);
    connect(theme, &QComboBox::currentIndexChanged, this,
            [&preferences, theme] { preferences.setTheme(static_cast<Theme>(theme->currentData().toInt())); });
    connect(language, &QComboBox::currentIndexChanged, this,
            [&preferences, language] { preferences.setLanguage(language->currentData().toString()); });
    connect(smooth, &QCheckBox::toggled, this, [&preferences](bool on) { preferences.setSmoothPictures(on); });
}

}  // namespace protolabel::ui
