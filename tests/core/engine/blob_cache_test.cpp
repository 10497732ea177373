#include "core/engine/blob_cache.h"

#include <chrono>
#include <fstream>

#include "core/base/sha256.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::engine;
namespace fs = std::filesystem;

static Bytes blob(int value) {
    return Bytes(100, static_cast<std::uint8_t>(value));
}
static std::string hashOf(int value) {
    return sha256Hex(blob(value));
}
static void add(BlobCache& cache, int value) {
    cache.add(hashOf(value), blob(value));
}

static bool has(BlobCache& cache, int value) {
    try {
        return *cache.get(hashOf(value)) == blob(value);
    } catch (const Error& error) {
        CHECK_EQ(error.code(), "engine.blob");
        return false;
    }
}

TEST(the_least_recently_used_blob_leaves_memory) {
    BlobCache cache(300, DiskCache({}, 0));
    for (const int value : {1, 2, 3}) add(cache, value);
    CHECK(has(cache, 1));
    add(cache, 4);
    CHECK(!has(cache, 2));
    CHECK(has(cache, 1) && has(cache, 3) && has(cache, 4));
}

TEST(pinned_blobs_stay_and_are_counted) {
    BlobCache cache(100, DiskCache({}, 0));
    CHECK(cache.pin({hashOf(1), hashOf(2)}) == std::vector<std::string>({hashOf(1), hashOf(2)}));
    add(cache, 1);
    add(cache, 2);
    CHECK(cache.pin({hashOf(1)}).empty());
    add(cache, 3);
    CHECK(has(cache, 1) && has(cache, 2));
    cache.unpin({hashOf(1), hashOf(2)});
    CHECK(has(cache, 1));  // pinned once more
    CHECK(!has(cache, 2));
    cache.unpin({hashOf(1)});
    add(cache, 4);
    CHECK(!has(cache, 1));
}

TEST(names_that_are_no_hash_never_reach_the_disk) {
    BlobCache cache(100, DiskCache({}, 0));
    CHECK_ERROR("engine.blob", cache.pin({hashOf(1), "../../etc/passwd"}));
    CHECK_ERROR("engine.blob", cache.get("../../etc/passwd"));
    CHECK_ERROR("engine.blob", cache.pin({std::string(64, 'A')}));
}

TEST(a_larger_blob_than_the_bound_is_kept_while_it_is_the_newest) {
    BlobCache cache(10, DiskCache({}, 0));
    CHECK_EQ(cache.put(blob(1)), hashOf(1));
    CHECK(has(cache, 1));
    cache.put(blob(2));
    CHECK(!has(cache, 1));
}

TEST(what_was_sent_survives_a_restart_and_what_was_made_does_not) {
    const protolabel::test::TemporaryFolder folder;
    {
        BlobCache cache(1000, DiskCache(folder / "blobs", 1000));
        add(cache, 1);
        cache.put(blob(2));
    }
    BlobCache cache(1000, DiskCache(folder / "blobs", 1000));
    CHECK(cache.pin({hashOf(1), hashOf(2)}) == std::vector<std::string>({hashOf(2)}));
    CHECK(has(cache, 1));
    CHECK(fs::is_regular_file(folder / "blobs" / hashOf(1)));
}

TEST(a_damaged_file_is_deleted) {
    const protolabel::test::TemporaryFolder folder;
    { add(*std::make_unique<BlobCache>(1000, DiskCache(folder.path(), 1000)), 1); }
    std::fstream(folder / hashOf(1), std::ios::in | std::ios::out | std::ios::binary).put('x');
    BlobCache cache(1000, DiskCache(folder.path(), 1000));
    CHECK(!cache.pin({hashOf(1)}).empty());
    CHECK(!fs::exists(folder / hashOf(1)));
}

TEST(the_folder_is_bounded_by_last_use) {
    const protolabel::test::TemporaryFolder folder;
    DiskCache disk(folder.path(), 320);
    const auto age = [&](int value, int hours) {
        fs::last_write_time(folder / hashOf(value), fs::file_time_type::clock::now() - std::chrono::hours(hours));
    };
    for (const int value : {1, 2, 3}) disk.store(hashOf(value), blob(value));
    age(1, 3);
    age(2, 2);
    age(3, 1);
    CHECK(disk.load(hashOf(1)).has_value());  // used again now
    disk.store(hashOf(4), blob(4));
    CHECK(fs::exists(folder / hashOf(1)));
    CHECK(!fs::exists(folder / hashOf(2)));
    CHECK(fs::exists(folder / hashOf(3)) && fs::exists(folder / hashOf(4)));
    disk.store(sha256Hex(Bytes(400)), Bytes(400));  // does not fit at all
    CHECK(fs::exists(folder / hashOf(4)));
}

TEST(unfinished_files_of_a_killed_process_go_after_a_day) {
    const protolabel::test::TemporaryFolder folder;
    std::ofstream(folder / ".old-1.partial") << "x";
    std::ofstream(folder / ".new-2.partial") << "x";
    fs::last_write_time(folder / ".old-1.partial", fs::file_time_type::clock::now() - std::chrono::hours(25));
    DiskCache disk(folder.path(), 300);
    disk.store(hashOf(1), blob(1));
    CHECK(!fs::exists(folder / ".old-1.partial"));
    CHECK(fs::exists(folder / ".new-2.partial"));
}

TEST(without_a_usable_folder_memory_serves) {
    const protolabel::test::TemporaryFolder folder;
    std::ofstream(folder / "file") << "x";
    BlobCache blocked(1000, DiskCache(folder / "file" / "blobs", 1000));
    add(blocked, 1);
    CHECK(has(blocked, 1));

    fs::create_directories(folder / "gone");
    BlobCache cache(1000, DiskCache(folder / "gone", 1000));
    fs::remove_all(folder / "gone");
    add(cache, 1);
    add(cache, 2);
    CHECK(has(cache, 1) && has(cache, 2));
}
