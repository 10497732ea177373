#include "core/base/parallel.h"

#include "tests/support/check.h"

using namespace protolabel;

TEST(every_index_is_visited_once) {
    for (const int threads : {0, 1, 4, 100}) {
        std::vector<std::atomic<int>> visits(50);
        parallelFor(visits.size(), threads, [&](std::size_t i) { ++visits[i]; });
        for (const auto& count : visits) CHECK_EQ(count.load(), 1);
    }
    parallelFor(0, 4, [](std::size_t) { throw Error("test", "never"); });
}

TEST(what_is_thrown_on_any_thread_reaches_the_caller) {
    for (const int threads : {1, 4})
        CHECK_ERROR("test.odd", parallelFor(1000, threads, [](std::size_t i) {
                        if (i % 2 == 1) throw Error("test.odd", "{0} is odd", {std::to_string(i)});
                    }));
    // Where everything throws, no call is left behind.
    std::atomic<int> running = 0;
    CHECK_ERROR("test.all", parallelFor(100, 4, [&](std::size_t) {
                    struct Inside {
                        std::atomic<int>& count;
                        explicit Inside(std::atomic<int>& c) : count(c) { ++count; }
                        ~Inside() { --count; }
                    } inside(running);
                    std::this_thread::yield();
                    throw Error("test.all", "no");
                }));
    CHECK_EQ(running.load(), 0);
}
