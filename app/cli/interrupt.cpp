#include "app/cli/interrupt.h"

#include <unistd.h>
#include <csignal>

#include <atomic>

namespace protolabel::cli {

namespace {

std::atomic<bool> asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void onSignal(int) {
    if (asked.exchange(true)) _exit(130);
}

}  // namespace

void watchInterrupts() {
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() {
    return asked;
}

}  // namespace protolabel::cli
