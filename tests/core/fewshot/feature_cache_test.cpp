#include "core/fewshot/feature_cache.h"

#include <sys/resource.h>

#include <csignal>
#include <fstream>

#include "tests/support/check.h"

using namespace protolabel::fewshot;
using protolabel::test::TemporaryFolder;
namespace fs = std::filesystem;

namespace {

Features features(float value) {
    return {{torch::full({1, 4, 8, 8}, value).to(torch::kHalf)}, {}};
}  // 512 bytes

bool equal(const std::optional<Features>& a, const Features& b) {
    return a && a->maps.size() == b.maps.size() && a->threshold.defined() == b.threshold.defined() &&
           std::equal(a->maps.begin(), a->maps.end(), b.maps.begin(), torch::equal) &&
           (!b.threshold.defined() || torch::equal(a->threshold, b.threshold));
}

std::string key(int slice) {
    return FeatureCache::key("model", "image", slice, "cpu");
}

}  // namespace

TEST(keys_tell_everything_apart) {
    CHECK(FeatureCache::key("m", "i", 1, "cpu") != FeatureCache::key("m", "i", 2, "cpu"));
    CHECK(FeatureCache::key("m", "i", 1, "cpu") != FeatureCache::key("n", "i", 1, "cpu"));
    CHECK(FeatureCache::key("m", "i", 1, "cpu") != FeatureCache::key("m", "j", 1, "cpu"));
    CHECK(FeatureCache::key("m", "i", 1, "cpu") != FeatureCache::key("m", "i", 1, "cuda:0"));
}

TEST(memory_keeps_the_most_recently_used) {
    FeatureCache cache({}, 2 * 512, 0);
    cache.keep(key(1), features(1));
    cache.keep(key(2), features(2));
    CHECK(cache.find(key(1)));
    cache.keep(key(3), features(3));
    CHECK(!cache.find(key(2)));
    CHECK(equal(cache.find(key(1)), features(1)));
    CHECK(equal(cache.find(key(3)), features(3)));
}

TEST(files_outlive_the_process_and_damage_is_noticed) {
    const TemporaryFolder folder;
    { FeatureCache(folder.path(), 1 << 20, 1 << 20).keep(key(1), features(1.5F)); }
    {
        FeatureCache cache(folder.path(), 1 << 20, 1 << 20);
        CHECK(equal(cache.find(key(1)), features(1.5F)));
        CHECK(!cache.find(key(2)));
    }
    const auto file = folder / key(1);
    const auto size = static_cast<std::streamoff>(fs::file_size(file));
    for (std::streamoff at = 0; at < size; at += 41) {
        std::fstream io(file, std::ios::in | std::ios::out | std::ios::binary);
        io.seekg(at);
        const char flipped = static_cast<char>(io.get() ^ 4);
        io.seekp(at);
        io.put(flipped);
        io.close();
        FeatureCache cache(folder.path(), 1 << 20, 1 << 20);
        CHECK(!cache.find(key(1)));
        CHECK(!fs::exists(file));
        cache.keep(key(1), features(1.5F));
    }
    fs::resize_file(file, 10);
    CHECK(!FeatureCache(folder.path(), 1 << 20, 1 << 20).find(key(1)));
}

TEST(two_scales_and_their_threshold_are_kept_together) {
    const TemporaryFolder folder;
    const Features both{{torch::rand({1, 3, 8, 8}), torch::rand({1, 3, 4, 4})}, torch::tensor({-19.25F})};
    { FeatureCache(folder.path(), 1 << 20, 1 << 20).keep(key(1), both); }
    CHECK(equal(FeatureCache(folder.path(), 1 << 20, 1 << 20).find(key(1)), both));
}

// A file that another key's features were copied over must not be taken for this key's.
TEST(files_are_bound_to_their_key) {
    const TemporaryFolder folder;
    { FeatureCache(folder.path(), 1 << 20, 1 << 20).keep(key(1), features(1)); }
    fs::rename(folder / key(1), folder / key(2));
    CHECK(!FeatureCache(folder.path(), 1 << 20, 1 << 20).find(key(2)));
}

TEST(the_folder_is_bounded) {
    const TemporaryFolder folder;
    FeatureCache cache(folder.path(), 0, 5000);
    for (int i = 0; i < 30; ++i) cache.keep(key(i), features(1));
    std::uintmax_t total = 0;
    for (const auto& entry : fs::directory_iterator(folder.path())) total += entry.file_size();
    CHECK(total > 1000 && total <= 5000);
    CHECK(cache.find(key(29)));
}

TEST(without_a_usable_folder_memory_serves) {
    const TemporaryFolder folder;
    std::ofstream(folder / "taken") << "a file where the folder should be";
    FeatureCache cache(folder / "taken", 1 << 20, 1 << 20);
    cache.keep(key(1), features(1));
    CHECK(equal(cache.find(key(1)), features(1)));
}

TEST(a_full_disk_leaves_no_half_files) {
    const TemporaryFolder folder;
    rlimit old{};
    getrlimit(RLIMIT_FSIZE, &old);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit tiny{100, old.rlim_max};
    setrlimit(RLIMIT_FSIZE, &tiny);
    FeatureCache cache(folder / "cache", 1 << 20, 1 << 20);
    cache.keep(key(1), features(1));
    setrlimit(RLIMIT_FSIZE, &old);
    std::signal(SIGXFSZ, handler);
    CHECK(equal(cache.find(key(1)), features(1)));  // from memory
    CHECK(fs::is_empty(folder / "cache"));
    cache.keep(key(2), features(2));  // the folder is given up, not the work
    CHECK(equal(cache.find(key(2)), features(2)));
}
