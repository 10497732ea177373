#pragma once

#include <QWidget>
#include <filesystem>

class QLineEdit;

namespace protolabel::ui {

class Preferences;

/// A folder as text, with a button that chooses it.
class PathField : public QWidget {
    Q_OBJECT

public:
    /// `memory` names the folder in the preferences, where file dialogs keep it too.
    PathField(Preferences& preferences, const QString& title, const QString& memory, QWidget* parent = nullptr);

    std::filesystem::path path() const;
    QString text() const;  ///< without blanks around it
    void setText(const QString& text);
    QLineEdit* field() const { return field_; }

signals:
    void changed();

private:
    QLineEdit* field_;
};

}  // namespace protolabel::ui
