#include "core/base/pending_file.h"

#include <fstream>
#include <iterator>
#include <string>

#include "core/base/error.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::test;

static std::string contentOf(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

static std::ptrdiff_t filesIn(const std::filesystem::path& folder) {
    return std::distance(std::filesystem::directory_iterator(folder), {});
}

TEST(the_old_file_stays_until_the_new_one_is_complete) {
    TemporaryFolder folder;
    const auto file = folder / "a.txt";
    std::ofstream(file) << "old";
    PendingFile pending(file, ".txt");
    pending.write("new", 3);
    CHECK_EQ(contentOf(file), "old");
    CHECK_EQ(pending.path().extension().string(), ".txt");
    pending.commit();
    CHECK_EQ(contentOf(file), "new");
    CHECK_EQ(filesIn(folder / ""), 1);
}

TEST(what_is_not_committed_leaves_no_trace) {
    TemporaryFolder folder;
    {
        PendingFile pending(folder / "a.txt");
        pending.write("half", 4);
    }
    CHECK_EQ(filesIn(folder / ""), 0);
}

TEST(a_file_that_cannot_be_made_is_an_error_of_the_given_code) {
    TemporaryFolder folder;
    try {
        PendingFile pending(folder / "missing/a.txt", "", "export.write");
        CHECK(false);
    } catch (const Error& error) {
        CHECK_EQ(error.code(), "export.write");
        CHECK(std::string(error.what()).find("does not exist") != std::string::npos);
    }
}
