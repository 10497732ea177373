#pragma once

#include <QDateTime>
#include <QObject>
#include <QSettings>
#include <QStringList>
#include <QVariant>

namespace protolabel::ui {

enum class Theme { System, Light, Dark };

/// What the user prefers, kept by QSettings for all projects. UI thread.
class Preferences : public QObject {
    Q_OBJECT

public:
    /// Keys that others follow in changed().
    static constexpr auto kTheme = "look/theme";
    static constexpr auto kLanguage = "look/language";
    static constexpr auto kSmoothPictures = "look/smooth";
    static constexpr auto kAnnotator = "work/annotator";
    static constexpr auto kIdleSeconds = "work/idle_seconds";
    static constexpr auto kWorkerCommand = "engine/command";

    using QObject::QObject;

    Theme theme() const;
    void setTheme(Theme theme);
    QString language() const;  ///< "de", ...; empty: the system's. Takes effect at the next change of language.
    void setLanguage(const QString& language);
    bool smoothPictures() const;  ///< grey values are interpolated between voxels
    void setSmoothPictures(bool smooth);
    QString annotator() const;  ///< name in the provenance; empty: the login name
    void setAnnotator(const QString& name);
    double idleSeconds() const;  ///< longer pauses are not counted as work
    void setIdleSeconds(double seconds);
    qint64 undoMegabytes() const;  ///< per project on disk
    void setUndoMegabytes(qint64 megabytes);
    QString workerCommand() const;  ///< a command line; empty: the worker beside the program
    void setWorkerCommand(const QString& command);

    QStringList recentProjects() const;                     ///< the last used first, at most 12
    QDateTime lastUse(const QString& recentProject) const;  ///< invalid when it is not known
    void addRecentProject(const QString& file);             ///< or puts it first; used now
    void removeRecentProject(const QString& file);
    /// What is remembered of a recent project: the place where its user was, ... Forgotten with it.
    QVariant projectValue(const QString& recentProject, const QString& key) const;
    void setProjectValue(const QString& recentProject, const QString& key, const QVariant& value);

    /// Anything else that is remembered: the layout of the window, shortcuts, folders of dialogs. Keys are "group/name".
    QVariant value(const QString& key, const QVariant& otherwise = {}) const { return settings_.value(key, otherwise); }
    void setValue(const QString& key, const QVariant& value);
    void remove(const QString& key);

signals:
    void changed(const QString& key);

private:
    QSettings settings_;
};

}  // namespace protolabel::ui
