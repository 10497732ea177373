#pragma once

#include <QString>

#include "core/base/error.h"
#include "viewer/tools/tool_context.h"

namespace protolabel::ui {

/// The text of an error or message in the user's language: its code is the context and its
/// English template the source text of the translation, its arguments filled in.
QString errorText(const Error& error);
QString messageText(const viewer::Message& message);

/// The id of the command that mends it; empty where there is none.
QString commandFor(const Error& error);

/// The exception that is being handled as an Error: what the layers below did not foresee gets the code "internal", lack of memory "memory".
/// Only inside a catch block.
Error currentError();

}  // namespace protolabel::ui
