#include "core/project/shared_store.h"

#include <atomic>
#include <thread>

#include "tests/storage/fixture.h"

using namespace protolabel;
using namespace protolabel::project;
using namespace protolabel::test;

TEST(threads_share_a_project) {
    TemporaryFolder folder;
    VolumeId a;
    SharedStore store(newProject(folder / "p.plb", &a));
    std::atomic<int> told = 0;
    store.onChanged([&](const Changes&) { ++told; });

    // Each edit writes two values that belong together; nobody may see one without the other within an edit of their own.
    constexpr int kThreads = 4;
    constexpr int kEdits = 25;
    std::atomic<int> torn = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&, thread] {
            for (int i = 0; i < kEdits; ++i) {
                const auto value = std::to_string(thread * kEdits + i);
                edit(store, [&](ProjectWriter& w) {
                    if (store.setting("left") != store.setting("right")) ++torn;
                    w.putSetting("left", value);
                    w.putSetting("right", value);
                });
                store.volumes();
                store.annotation(a, 0);
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK_EQ(torn.load(), 0);
    CHECK_EQ(told.load(), kThreads * kEdits);
    CHECK_EQ(store.edits().size(), 1U + kThreads * kEdits);
    CHECK_EQ(store.setting("left").value(), store.setting("right").value());
    while (store.undo()) {
    }
    CHECK(store.volumes().empty());
}
