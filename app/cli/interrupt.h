#pragma once

namespace protolabel::cli {

/// Ctrl+C and SIGTERM: the first one asks the running job to stop, the second ends the process at once (exit code 130).
void watchInterrupts();
bool interrupted();

}  // namespace protolabel::cli
