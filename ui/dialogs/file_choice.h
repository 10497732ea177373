#pragma once

#include <QString>
#include <QStringList>
#include <functional>

class QFileDialog;
class QWidget;

namespace protolabel::ui {

class Preferences;

/// What a file dialog asks for.
struct FileChoice {
    enum class Kind { OpenFile, OpenFiles, SaveFile, Folder };
    Kind kind = Kind::OpenFile;
    QString title;
    QStringList filters = {};  ///< "NIfTI (*.nii *.nii.gz)"
    QString suffix = {};       ///< added to a name without one, SaveFile
    QString name = {};         ///< proposed, SaveFile
    QString memory;            ///< the folder is remembered under this name
    QString folder = {};       ///< to begin in; empty: the one remembered
};

/// Opens a file dialog without stopping the program; `chosen` runs when files were chosen. `parent` must not be null.
QFileDialog* chooseFiles(QWidget* parent, Preferences& preferences, const FileChoice& choice,
                         std::function<void(const QStringList& files)> chosen);

/// The images that can be read, for FileChoice::filters.
QStringList imageFilters();
/// Label tables of other programs that can be read.
QStringList labelTableFilters();

}  // namespace protolabel::ui
