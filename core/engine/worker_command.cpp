#include <QFileInfo>
#include <QStandardPaths>
#include <QString>

#include "core/engine/client.h"

namespace protolabel::engine {

std::vector<std::string> splitCommand(const std::string& line) {
    std::vector<std::string> words;
    char quote = 0;
    bool inWord = false;
    for (const char c : line) {
        const bool blank = c == ' ' || c == '\t' || c == '\n';
        if (quote == 0 && blank) {
            inWord = false;
            continue;
        }
        if (!inWord) words.emplace_back();
        inWord = true;
        if (quote == 0 && (c == '"' || c == '\''))
            quote = c;
        else if (c == quote)
            quote = 0;
        else
            words.back() += c;
    }
    return words;
}

std::vector<std::string> defaultWorkerCommand(const std::string& applicationFolder) {
    if (auto command = splitCommand(qEnvironmentVariable("PROTOLABEL_WORKER").toStdString()); !command.empty())
        return command;
    const QString folder = QString::fromStdString(applicationFolder);
    for (const auto* place : {"/protolabel-worker", "/../libexec/protolabel/protolabel-worker"}) {
        const QFileInfo file(folder + place);
        if (file.isFile() && file.isExecutable()) return {file.canonicalFilePath().toStdString()};
    }
    const QString onPath = QStandardPaths::findExecutable("protolabel-worker");
    if (onPath.isEmpty()) return {};
    return {onPath.toStdString()};
}

}  // namespace protolabel::engine
