#include "app/worker/options.h"

#include <cstdlib>

#include "app/worker/option_values.h"
#include "core/base/error.h"

namespace protolabel::worker {

namespace {

std::filesystem::path defaultCache() {
    const auto variable = [](const char* name) {
        const char* value = std::getenv(name);
        return std::filesystem::path(value == nullptr ? "" : value);
    };
    if (const auto cache = variable("XDG_CACHE_HOME"); cache.is_absolute()) return cache / "protolabel";
    if (const auto home = variable("HOME"); home.is_absolute()) return home / ".cache" / "protolabel";
    return {};
}

}  // namespace

Options parseOptions(const std::vector<std::string>& arguments) {
    constexpr std::int64_t kMostMegabytes = std::int64_t{1} << 40;
    Options options;
    options.cache = defaultCache();
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const auto& option = arguments[i];
        const auto value = [&]() -> const std::string& {
            if (i + 1 == arguments.size()) throw Error("usage", "{0} needs a value; see --help", {option});
            return arguments[++i];
        };
        if (option == "--cache")
            options.cache = value();
        else if (option == "--memory-mb")
            options.memoryBytes = number(option, value(), kMostMegabytes) << 20;
        else if (option == "--disk-mb")
            options.diskBytes = number(option, value(), kMostMegabytes) << 20;
        else if (option == "--threads")
            options.threads = static_cast<int>(number(option, value(), 1024));
        else if (option == "--precision")
            options.precision = precision(value());
        else if (option == "--help" || option == "-h")
            options.help = true;
        else if (option == "--version")
            options.version = true;
        else
            throw Error("usage", "there is no option {0}; see --help", {option});
    }
    return options;
}

std::string helpText() {
    return "protolabel-worker: trains and runs the few-shot models of Protolabel.\n"
           "It is started by protolabel and protolabel-cli and speaks frames on stdin and stdout; its log goes to "
           "stderr.\n\n"
           "  --cache DIR      keep volumes and features here (default $XDG_CACHE_HOME/protolabel; \"\" keeps "
           "nothing)\n"
           "  --memory-mb N    memory for them, shared equally (default 4096)\n"
           "  --disk-mb N      disk space for them, shared equally (default 8192)\n"
           "  --threads N      threads to compute with (default 0: one per core)\n"
           "  --precision P    auto (default: bf16 where this machine is faster with it) or fp32\n"
           "  --version        print the version\n";
}

}  // namespace protolabel::worker
