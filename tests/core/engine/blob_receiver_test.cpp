#include "core/engine/blob_receiver.h"

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::engine;

// SHA-256 of "abc" and of nothing (FIPS 180-4 examples).
static const std::string kAbc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
static const std::string kNothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

TEST(pieces_become_a_blob) {
    BlobReceiver receiver;
    CHECK(!receiver.add({kAbc, 3, 0, {'a'}}));
    CHECK(receiver.add({kNothing, 0, 0, {}}).value().empty());  // another one in between
    CHECK(!receiver.add({kAbc, 3, 1, {'b'}}));
    CHECK(receiver.add({kAbc, 3, 2, {'c'}}).value() == Bytes({'a', 'b', 'c'}));
}

TEST(wrong_pieces_are_refused) {
    const auto after = [](BlobPiece piece) {
        BlobReceiver receiver;
        receiver.add({kAbc, 3, 0, {'a'}});
        CHECK_ERROR("engine.blob", receiver.add(piece));
        CHECK(!receiver.add({kAbc, 3, 1, {'b', 'c'}}));  // forgotten: the rest is ignored
        CHECK(receiver.add({kAbc, 3, 0, {'a', 'b', 'c'}}).has_value());
    };
    after({kAbc, 3, 2, {'c'}});            // a gap
    after({kAbc, 4, 1, {'b'}});            // another total
    after({kAbc, 3, 1, {'b', 'c', 'd'}});  // too much
    after({kAbc, 3, 1, {'b', 'd'}});       // another content
    after({kAbc, 3, 1, {}});               // no end in sight
}

TEST(a_dropped_blob_is_ignored_until_it_starts_anew) {
    BlobReceiver receiver;
    receiver.add({kAbc, 3, 0, {'a'}});
    receiver.drop(kAbc);
    CHECK(!receiver.add({kAbc, 3, 1, {'b', 'c'}}));
    CHECK(!receiver.add({kAbc, 3, 0, {'a'}}));
    CHECK(receiver.add({kAbc, 3, 1, {'b', 'c'}}).has_value());
}
