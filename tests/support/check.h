#pragma once

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/base/error.h"

/// A test framework of one page, so that the worker's tests need nothing but the standard library.
///
///   TEST(halves_round_to_even) { CHECK_EQ(toHalf(1.0f).bits, 0x3c00); }
///
/// Checks throw: the first failed one ends its test. The program takes file stems ("error_test") and runs those files' tests.
namespace protolabel::test {

struct Case {
    std::string file;  ///< stem of the source file
    std::string name;
    std::function<void()> body;
};
std::vector<Case>& cases();
bool add(const char* file, const char* name, std::function<void()> body);

struct Failure : std::runtime_error {
    using std::runtime_error::runtime_error;
};
/// Thrown by skip(): the test did not run for a stated reason (no real data here).
struct Skipped : std::runtime_error {
    using std::runtime_error::runtime_error;
};
[[noreturn]] void fail(const char* file, int line, const std::string& what);

template <class T>
std::string show(const T& value) {
    if constexpr (requires(std::ostream & o) { o << value; }) {
        std::ostringstream out;
        out.precision(10);
        out << value;
        return out.str();
    } else {
        return "(value)";
    }
}

template <class A, class B>
void checkEqual(const char* file, int line, const char* text, const A& a, const B& b) {
    if (!(a == b)) fail(file, line, std::string(text) + ": " + show(a) + " is not " + show(b));
}

/// Runs `f`, which must throw an Error of this code; returns its message.
std::string checkError(const char* file, int line, const char* code, const std::function<void()>& f);

/// A folder of its own below the system's temporary folder, removed at the end.
class TemporaryFolder {
public:
    TemporaryFolder();
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

/// The folder of real scans and reference outputs beside the project; throws Skipped where there is none.
std::filesystem::path sharedFolder();
/// The folder of the built programs.
std::filesystem::path programFolder();

}  // namespace protolabel::test

// LibTorch's logging header defines the same names. Include this header after torch/torch.h.
#undef CHECK
#undef CHECK_EQ
#undef CHECK_NEAR

#define TEST(name)                                                                  \
    static void protolabel_test_##name();                                           \
    static const bool protolabel_added_##name =                                     \
        ::protolabel::test::add(__FILE__, #name, [] { protolabel_test_##name(); }); \
    static void protolabel_test_##name()
#define CHECK(condition)                                                                        \
    do {                                                                                        \
        if (!(condition)) ::protolabel::test::fail(__FILE__, __LINE__, #condition " is false"); \
    } while (false)
#define CHECK_EQ(a, b) ::protolabel::test::checkEqual(__FILE__, __LINE__, #a " == " #b, (a), (b))
#define CHECK_NEAR(a, b, tolerance)                                                                              \
    do {                                                                                                         \
        const double va_ = (a), vb_ = (b);                                                                       \
        if (!(std::abs(va_ - vb_) <= (tolerance)))                                                               \
            ::protolabel::test::fail(__FILE__, __LINE__,                                                         \
                                     std::string(#a " ~ " #b) + ": " + ::protolabel::test::show(va_) + " and " + \
                                         ::protolabel::test::show(vb_));                                         \
    } while (false)
#define CHECK_ERROR(code, ...) ::protolabel::test::checkError(__FILE__, __LINE__, code, [&] { __VA_ARGS__; })
