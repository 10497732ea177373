#include "core/workflow/blob_shelf.h"

#include "tests/support/check.h"

using namespace protolabel;
using workflow::BlobShelf;

TEST(bytes_out_of_memory_are_made_again) {
    BlobShelf shelf(100);
    int made = 0;
    const auto maker = [&](std::uint8_t value) {
        return [&made, value] {
            ++made;
            return Bytes(60, value);
        };
    };
    const auto first = shelf.add(maker(1));
    CHECK_EQ(shelf.get(first).at(0), 1);
    CHECK_EQ(made, 1);
    const auto second = shelf.add(maker(2));  // both do not fit
    CHECK_EQ(shelf.get(second).at(0), 2);
    CHECK_EQ(made, 2);
    CHECK_EQ(shelf.source()(first).at(0), 1);
    CHECK_EQ(made, 3);
}

TEST(hashes_are_sha256) {
    BlobShelf shelf;
    // FIPS 180-4's example "abc".
    CHECK_EQ(shelf.add([] {
        return Bytes{'a', 'b', 'c'};
    }),
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(a_changed_image_is_noticed) {
    BlobShelf shelf(1);
    std::uint8_t content = 1;
    const auto hash = shelf.add([&] { return Bytes(10, content); });
    content = 2;
    CHECK_ERROR("volume.changed", shelf.get(hash));
    CHECK_ERROR("engine.blob", shelf.get("unknown"));
}
