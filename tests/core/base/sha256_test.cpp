#include "core/base/sha256.h"

#include "tests/support/check.h"

using namespace protolabel;

static std::string hashOf(const std::string& text) {
    Sha256 hash;
    hash.update(text.data(), text.size());
    return hash.hex();
}

// Expected values: NIST's examples for FIPS 180-4.
TEST(nist_examples) {
    CHECK_EQ(hashOf(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK_EQ(hashOf("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK_EQ(hashOf("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
             "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK_EQ(hashOf(std::string(1000000, 'a')), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(pieces_hash_as_the_whole) {
    const std::string text(1000, 'x');
    for (const std::size_t piece : {1u, 63u, 64u, 65u, 999u}) {
        Sha256 hash;
        for (std::size_t at = 0; at < text.size(); at += piece)
            hash.update(text.data() + at, std::min(piece, text.size() - at));
        CHECK_EQ(hash.hex(), hashOf(text));
    }
}
