#include "ui/session/error_text.h"

#include <QCoreApplication>
#include <filesystem>
#include <new>

namespace protolabel::ui {

static QString translated(const std::string& code, const std::string& text, const std::vector<std::string>& args) {
    const QByteArray local = QCoreApplication::translate(code.c_str(), text.c_str()).toUtf8();
    return QString::fromStdString(formatText(local.toStdString(), args));
}

QString errorText(const Error& error) {
    return translated(error.code(), error.text(), error.args());
}

QString messageText(const viewer::Message& message) {
    return translated(message.code, message.text, message.args);
}

QString commandFor(const Error& error) {
    return error.code() == "volume.missing" ? "file.relink" : QString();
}

Error currentError() {
    try {
        throw;
    } catch (const Cancelled& cancelled) {
        return cancelled;
    } catch (const Error& error) {
        return error;
    } catch (const std::bad_alloc&) {
        return {"memory", "there is not enough memory; close other programs or work on fewer volumes at a time"};
    } catch (const std::filesystem::filesystem_error& error) {
        return {"file", "{0}: {1}; check the name and your rights", {error.path1().string(), error.code().message()}};
    } catch (const std::exception& error) {
        return {"internal", "{0}; this is a fault of the program, please report it", {error.what()}};
    }
}

}  // namespace protolabel::ui
