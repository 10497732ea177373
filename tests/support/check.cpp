#include "tests/support/check.h"

#include <algorithm>
#include <iostream>
#include <random>
#include <set>

namespace protolabel::test {

namespace fs = std::filesystem;

std::vector<Case>& cases() {
    static std::vector<Case> all;
    return all;
}

bool add(const char* file, const char* name, std::function<void()> body) {
    cases().push_back({fs::path(file).stem().string(), name, std::move(body)});
    return true;
}

void fail(const char* file, int line, const std::string& what) {
    throw Failure(fs::path(file).filename().string() + ":" + std::to_string(line) + ": " + what);
}

std::string checkError(const char* file, int line, const char* code, const std::function<void()>& f) {
    try {
        f();
    } catch (const Error& error) {
        if (error.code() == code) return error.what();
        fail(file, line, std::string("expected error ") + code + ", got " + error.code() + ": " + error.what());
    } catch (const std::exception& error) {
        fail(file, line, std::string("expected error ") + code + ", got an exception: " + error.what());
    }
    fail(file, line, std::string("expected error ") + code + ", got none");
}

TemporaryFolder::TemporaryFolder() {
    std::random_device random;
    path_ = fs::temp_directory_path() / ("protolabel-test-" + std::to_string(random()) + std::to_string(random()));
    fs::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
}

fs::path sharedFolder() {
    const char* path = std::getenv("PROTOLABEL_SHARED");
    if (path == nullptr || !fs::exists(fs::path(path) / "data"))
        throw Skipped("no folder of real data beside the project");
    return fs::canonical(path);
}

fs::path programFolder() {
    const char* path = std::getenv("PROTOLABEL_BIN");
    if (path == nullptr) throw Failure("PROTOLABEL_BIN is not set; run through ctest");
    return path;
}

}  // namespace protolabel::test

int main(int argc, char** argv) {
    using namespace protolabel::test;
    const std::set<std::string> wanted(argv + 1, argv + argc);
    int failed = 0;
    int ran = 0;
    for (const auto& test : cases()) {
        if (!wanted.empty() && wanted.count(test.file) == 0 && wanted.count(test.name) == 0) continue;
        ++ran;
        try {
            test.body();
            std::cout << "ok      " << test.file << '.' << test.name << std::endl;
        } catch (const Skipped& reason) {
            std::cout << "skipped " << test.file << '.' << test.name << ": " << reason.what() << std::endl;
        } catch (const std::exception& error) {
            ++failed;
            std::cout << "FAILED  " << test.file << '.' << test.name << ": " << error.what() << std::endl;
        }
    }
    if (ran == 0) {
        std::cout << "FAILED  no test of that name" << std::endl;
        return 1;
    }
    return failed == 0 ? 0 : 1;
}
