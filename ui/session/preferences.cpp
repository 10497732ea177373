#include "ui/session/preferences.h"

namespace protolabel::ui {

static constexpr int kRecent = 12;

Theme Preferences::theme() const {
    const QString name = value(kTheme).toString();
    return name == "light" ? Theme::Light : name == "dark" ? Theme::Dark : Theme::System;
}

void Preferences::setTheme(Theme theme) {
    setValue(kTheme, theme == Theme::Light ? "light" : theme == Theme::Dark ? "dark" : "system");
}

QString Preferences::language() const {
    return value(kLanguage).toString();
}

void Preferences::setLanguage(const QString& language) {
    setValue(kLanguage, language);
}

bool Preferences::smoothPictures() const {
    return value(kSmoothPictures, true).toBool();
}

void Preferences::setSmoothPictures(bool smooth) {
    setValue(kSmoothPictures, smooth);
}

QString Preferences::annotator() const {
    return value(kAnnotator).toString();
}

void Preferences::setAnnotator(const QString& name) {
    setValue(kAnnotator, name);
}

double Preferences::idleSeconds() const {
    return value(kIdleSeconds, 60.0).toDouble();
}

void Preferences::setIdleSeconds(double seconds) {
    setValue(kIdleSeconds, seconds);
}

qint64 Preferences::undoMegabytes() const {
    return value("work/undo_megabytes", 500).toLongLong();
}

void Preferences::setUndoMegabytes(qint64 megabytes) {
    setValue("work/undo_megabytes", megabytes);
}

QString Preferences::workerCommand() const {
    return value(kWorkerCommand).toString();
}

void Preferences::setWorkerCommand(const QString& command) {
    setValue(kWorkerCommand, command);
}

QStringList Preferences::recentProjects() const {
    return value("projects/recent").toStringList();
}

QDateTime Preferences::lastUse(const QString& recentProject) const {
    return value("projects/last_use").toMap().value(recentProject).toDateTime();
}

void Preferences::addRecentProject(const QString& file) {
    QStringList all = recentProjects();
    all.removeAll(file);
    all.prepend(file);
    all = all.mid(0, kRecent);
    QVariantMap times = value("projects/last_use").toMap();
    times[file] = QDateTime::currentDateTimeUtc();
    for (const QString& one : times.keys())
        if (!all.contains(one)) times.remove(one);
    setValue("projects/last_use", times);
    setValue("projects/recent", all);
}

void Preferences::removeRecentProject(const QString& file) {
    QStringList all = recentProjects();
    if (all.removeAll(file) > 0) setValue("projects/recent", all);
}

QVariant Preferences::projectValue(const QString& recentProject, const QString& key) const {
    return value("projects/" + key).toMap().value(recentProject);
}

void Preferences::setProjectValue(const QString& recentProject, const QString& key, const QVariant& value) {
    const QStringList recent = recentProjects();
    QVariantMap all = this->value("projects/" + key).toMap();
    all[recentProject] = value;
    for (const QString& one : all.keys())
        if (!recent.contains(one)) all.remove(one);
    setValue("projects/" + key, all);
}

void Preferences::setValue(const QString& key, const QVariant& value) {
    settings_.setValue(key, value);
    emit changed(key);
}

void Preferences::remove(const QString& key) {
    settings_.remove(key);
    emit changed(key);
}

}  // namespace protolabel::ui
