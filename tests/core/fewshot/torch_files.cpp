#include "tests/core/fewshot/torch_files.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>

#include "tests/support/check.h"

namespace protolabel::fewshot::test {

using protolabel::test::Failure;
using protolabel::test::Skipped;

const std::filesystem::path& torchFiles(const std::string& name) {
    static const protolabel::test::TemporaryFolder folder;
    static std::map<std::string, std::filesystem::path> made;
    const std::string python = PROTOLABEL_TORCH_PYTHON;
    if (python.empty()) throw Skipped("no Python with PyTorch");
    if (const auto found = made.find(name); found != made.end()) return found->second;
    const auto place = folder / name;
    // The sanitizers' libraries are not for Python.
    const auto command =
        "env -u LD_PRELOAD '" + python + "' '" PROTOLABEL_TORCH_SCRIPT "' '" + place.string() + "' " + name;
    if (std::system(command.c_str()) != 0) throw Failure("this failed: " + command);
    return made[name] = place;
}

Bytes bytesOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Failure("no file " + file.string());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace protolabel::fewshot::test
