#include "core/fewshot/weights/torch_file.h"

#include "core/base/error.h"
#include "tests/core/fewshot/torch_bytes.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot::test;
using namespace protolabel::fewshot::weights;

namespace {

const std::vector<StoredBytes> kNoStorages;

std::vector<float> valuesOf(const TensorView& view) {
    std::vector<float> values(static_cast<std::size_t>(view.count()));
    view.copyTo(values.data());
    return values;
}

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// One float tensor in a storage of `count` elements, `stored` of which are there.
Bytes oneTensor(std::int64_t count, std::int64_t offset, const std::vector<std::int64_t>& shape,
                const std::vector<std::int64_t>& strides, std::size_t stored) {
    return zipFile(finished(dictionary({{"t", tensor("FloatStorage", "0", count, offset, shape, strides)}})),
                   {{"0", Bytes(4 * stored)}});
}

/// Both layouts of the same pickle.
std::vector<Bytes> bothLayouts(const std::string& value, const std::vector<StoredBytes>& storages) {
    return {zipFile(finished(value), storages), legacyFile(finished(value), storages)};
}

std::string refusal(const char* code, const Bytes& file) {
    return CHECK_ERROR(code, readTorchFile(file));
}

}  // namespace

TEST(both_layouts_are_read_from_bytes_made_by_hand) {
    for (const auto& bytes : bothLayouts(smallPickle().substr(2, smallPickle().size() - 3), smallStorages())) {
        CHECK(isTorchFile(bytes));
        const auto file = readTorchFile(bytes);
        CHECK_EQ(file.tensors.size(), 2U);
        CHECK(valuesOf(file.tensors.at("a")) == std::vector<float>({0, 1, 2, 3, 4, 5}));
        CHECK(valuesOf(file.tensors.at("b")) == std::vector<float>({1, 5}));
        CHECK(file.tensors.at("a").shape == std::vector<std::int64_t>({2, 3}));
    }
    CHECK(!isTorchFile(Bytes{}));
    CHECK(!isTorchFile(Bytes{'{', '}'}));
}

// IEEE 754 and bfloat16 patterns: 1.5 in each type.
TEST(all_types_are_read) {
    const auto read = [](const char* type, const Bytes& bytes) {
        const auto file = zipFile(finished(dictionary({{"t", tensor(type, "0", 1, 0, {1}, {1})}})), {{"0", bytes}});
        return valuesOf(readTorchFile(file).tensors.at("t")).at(0);
    };
    CHECK_EQ(read("DoubleStorage", {0, 0, 0, 0, 0, 0, 0xf8, 0x3f}), 1.5F);
    CHECK_EQ(read("FloatStorage", {0, 0, 0xc0, 0x3f}), 1.5F);
    CHECK_EQ(read("HalfStorage", {0, 0x3e}), 1.5F);
    CHECK_EQ(read("BFloat16Storage", {0xc0, 0x3f}), 1.5F);
    const auto file = zipFile(finished(dictionary({{"t", tensor("LongStorage", "0", 1, 0, {}, {})}})),
                              {{"0", {0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff}}});
    std::int64_t number = 0;
    readTorchFile(file).tensors.at("t").copyTo(&number);
    CHECK_EQ(number, -2);
}

// torch.save keeps tensor.expand(...) as one element with strides of 0: values as of any tensor, but not at any size.
TEST(expanded_tensors_are_read_up_to_a_size) {
    const auto bytes = oneTensor(2, 0, {2, 3}, {1, 0}, 2);
    const auto file = readTorchFile(bytes);
    CHECK(valuesOf(file.tensors.at("t")) == std::vector<float>(6, 0));
    readTorchFile(oneTensor(1, 0, {4096, 4096}, {0, 0}, 1));
    CHECK(contains(refusal("weights.damaged", oneTensor(1, 0, {4096, 4097}, {0, 0}, 1)), "more elements"));
    refusal("weights.damaged", oneTensor(2, 0, {2, 3}, {1, 1}, 2));  // overlapping, not expanded
}

// PyTorch 2 names the byte order in the archive; a legacy file's storages are little-endian on every machine.
TEST(byte_orders) {
    const auto pickle = finished(dictionary({{"t", tensor("FloatStorage", "0", 1, 0, {1}, {1})}}));
    const auto ordered = [&](const std::string& order) {
        return zipOf({{"x/data.pkl", {pickle.begin(), pickle.end()}},
                      {"x/byteorder", {order.begin(), order.end()}},
                      {"x/data/0", {0x3f, 0xc0, 0, 0}}});
    };
    CHECK_EQ(valuesOf(readTorchFile(ordered("big")).tensors.at("t")).at(0), 1.5F);
    CHECK(valuesOf(readTorchFile(ordered("little")).tensors.at("t")).at(0) != 1.5F);
    refusal("weights.damaged", ordered("middle"));
    const auto legacy = legacyFile(pickle, {{"0", littleEndian({1.5F})}}, false);
    CHECK_EQ(valuesOf(readTorchFile(legacy).tensors.at("t")).at(0), 1.5F);
}

TEST(zip64_records_are_read) {
    auto file = zipFile(smallPickle(), smallStorages());
    const auto end = file.size() - 22;
    const auto number = [&](std::size_t at, int width) {
        std::uint64_t value = 0;
        for (int i = width; i-- > 0;) value = value << 8 | file[at + static_cast<std::size_t>(i)];
        return value;
    };
    Bytes records;
    const auto put = [&](std::uint64_t value, int width) {
        for (int i = 0; i < width; ++i) records.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    };
    // APPNOTE 4.3.14 and 4.3.15: the zip64 end record and its locator, before an end record that holds no numbers of its own.
    for (const auto& [value, width] : std::vector<std::pair<std::uint64_t, int>>{{0x06064b50, 4},
                                                                                 {44, 8},
                                                                                 {0, 4},
                                                                                 {0, 8},
                                                                                 {3, 8},
                                                                                 {3, 8},
                                                                                 {number(end + 12, 4), 8},
                                                                                 {number(end + 16, 4), 8},
                                                                                 {0x07064b50, 4},
                                                                                 {0, 4},
                                                                                 {end, 8},
                                                                                 {1, 4}})
        put(value, width);
    for (std::size_t i = 8; i < 20; ++i) file[end + i] = 0xff;
    file.insert(file.begin() + static_cast<std::ptrdiff_t>(end), records.begin(), records.end());
    CHECK_EQ(readTorchFile(file).tensors.size(), 2U);
}

TEST(the_weights_are_found_inside_what_training_programs_save) {
    const auto weights = dictionary({{"a", tensor("FloatStorage", "0", 6, 0, {6}, {1})}});
    const auto inside = dictionary({{"epoch", pickled(3)}, {"optimizer", dictionary({})}, {"state_dict", weights}});
    for (const auto& value : {inside, dictionary({{"model", inside}})})
        CHECK_EQ(readTorchFile(zipFile(finished(value), smallStorages())).tensors.count("a"), 1U);
    const auto text = refusal("weights.content", zipFile(finished(dictionary({{"epoch", pickled(3)}})), kNoStorages));
    CHECK(contains(text, "epoch"));
    refusal("weights.content", zipFile(finished(list({})), kNoStorages));
    // A dictionary that holds itself: memo 0 is the dictionary, under its own key.
    const std::string itself = std::string("}q") + '\0' + pickled("state_dict") + 'h' + '\0' + 's';
    refusal("weights.content", zipFile(finished(itself), kNoStorages));
    // Beside the weights lies something else.
    const auto mixed = dictionary({{"a", tensor("FloatStorage", "0", 6, 0, {6}, {1})}, {"epoch", pickled(3)}});
    CHECK(readTorchFile(zipFile(finished(mixed), smallStorages())).others == std::set<std::string>{"epoch"});
}

TEST(python_2_dictionaries_are_read) {
    const auto pairs = list({list({std::string("U\x01") + 'a', tensor("FloatStorage", "0", 6, 0, {6}, {1})})});
    const auto file = legacyFile(finished(called(global("collections", "OrderedDict"), {pairs})), smallStorages());
    CHECK_EQ(readTorchFile(file).tensors.count("a"), 1U);
}

TEST(nothing_is_executed) {
    const auto attack = called(global("os", "system"), {pickled("touch /tmp/protolabel-was-here")});
    for (const auto& bytes : bothLayouts(attack, kNoStorages)) {
        const auto text = refusal("weights.unsafe", bytes);
        CHECK(contains(text, "os.system"));
        CHECK(contains(text, "byte"));
    }
    for (const auto& [module, name] :
         std::vector<std::pair<std::string, std::string>>{{"builtins", "eval"},
                                                          {"__builtin__", "getattr"},
                                                          {"posix", "system"},
                                                          {"torch", "load"},
                                                          {"torch.storage", "_load_from_bytes"},
                                                          {"collections", "OrderedDict.fromkeys"},
                                                          {"numpy.core.multiarray", "scalar"},
                                                          {"torch._utils", "_rebuild_tensor_v3"},
                                                          {"", ""}})
        CHECK(contains(refusal("weights.unsafe", zipFile(finished(global(module, name)), kNoStorages)),
                       module + '.' + name));
    // pickletools: INST, OBJ, NEWOBJ, EXT1, PERSID, NEXT_BUFFER, DUP, POP, and a byte that is no opcode.
    for (const char opcode : {'i', 'o', '\x81', '\x82', 'P', '\x97', '2', '0', '\xff'})
        refusal("weights.unsafe", zipFile(finished(std::string("N") + opcode), kNoStorages));
    refusal("weights.unsafe", zipFile(std::string("\x80\x05N.", 4), kNoStorages));  // a later protocol
    refusal("weights.unsafe", zipFile(finished(tuple({pickled("module")}) + 'Q'), kNoStorages));
    const auto noisy =
        refusal("weights.unsafe", zipFile(finished(global("\x1b[31m", std::string(5000, 'x'))), kNoStorages));
    CHECK(contains(noisy, "?[31m.xxx") && noisy.size() < 600);
    // What is allowed may only be called, and only as PyTorch does.
    refusal("weights.damaged", zipFile(finished(called(global("torch", "FloatStorage"), {})), kNoStorages));
    refusal("weights.damaged", zipFile(finished(called(pickled("os.system"), {})), kNoStorages));
    refusal("weights.damaged",
            zipFile(finished(called(global("torch._utils", "_rebuild_tensor_v2"), {})), kNoStorages));
}

TEST(tensors_that_do_not_fit_their_storage_are_refused_by_name) {
    const std::int64_t huge = std::int64_t{1} << 62, most = INT64_MAX;
    CHECK_EQ(readTorchFile(oneTensor(6, 0, {2, 3}, {3, 1}, 6)).tensors.size(), 1U);
    CHECK_EQ(readTorchFile(oneTensor(6, 6, {0}, {1}, 6)).tensors.at("t").count(), 0);
    CHECK_EQ(readTorchFile(oneTensor(6, 0, {0, huge, huge}, {1, 1, 1}, 6)).tensors.at("t").count(), 0);
    for (const auto& bytes :
         {oneTensor(6, 0, {2, 4}, {3, 1}, 6), oneTensor(6, 1, {2, 3}, {3, 1}, 6), oneTensor(6, -1, {2}, {1}, 6),
          oneTensor(6, 0, {-1}, {1}, 6), oneTensor(6, 0, {2}, {-1}, 6), oneTensor(6, 0, {huge, 4}, {0, 0}, 6),
          oneTensor(6, 0, {100000000}, {0}, 6), oneTensor(6, 0, {2}, {most}, 6), oneTensor(6, most, {1}, {1}, 6),
          oneTensor(6, 0, {2, 2}, {huge, huge}, 6), oneTensor(6, 0, {2}, {1, 1}, 6), oneTensor(0, 0, {}, {}, 0),
          oneTensor(6, 0, {1, 1, 1, 1, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 1, 1, 1, 1, 1}, 6)})
        refusal("weights.damaged", bytes);
    // The storage is shorter or longer than the pickle says, or is not there.
    for (const auto& bytes :
         {oneTensor(6, 0, {2, 3}, {3, 1}, 5), oneTensor(6, 0, {2, 3}, {3, 1}, 7), oneTensor(huge, 0, {2, 3}, {3, 1}, 6),
          oneTensor(-1, 0, {2, 3}, {3, 1}, 6), zipFile(smallPickle(), kNoStorages),
          legacyFile(smallPickle(), kNoStorages), legacyFile(smallPickle(), {{"0", Bytes(20)}}),
          legacyFile(smallPickle(), {{"1", Bytes(24)}}),
          legacyFile(smallPickle(), {{"0", Bytes(24)}, {"9", Bytes(4)}})})
        refusal("weights.damaged", bytes);
    CHECK(contains(refusal("weights.damaged", oneTensor(6, 0, {2, 4}, {3, 1}, 6)), "tensor t"));
}

TEST(archives_that_torch_never_writes_are_refused) {
    CHECK(contains(refusal("weights.compressed", zipOf({{"a/data.pkl", {1, 2, 3}, 8}})), "a/data.pkl"));
    refusal("weights.content", zipOf({{"holiday.jpg", {1, 2, 3}}}));
    refusal("weights.content", zipOf({{"a/data.pkl", {'N', '.'}}, {"a/constants.pkl", {'N', '.'}}}));
    refusal("weights.damaged", zipOf({{"a/data.pkl", {'N', '.'}}, {"a/data.pkl", {'N', '.'}}}));

    auto flipped = zipFile(smallPickle(), smallStorages());
    flipped.at(30 + std::string("archive/data.pkl").size() + 20) ^= 1;
    CHECK(contains(refusal("weights.damaged", flipped), "archive/data.pkl does not match its checksum"));

    // An entry inside another's bytes: the second directory record points there.
    const Bytes data(24);
    const auto alone = zipOf({{"a/0", data}});
    const Bytes local(alone.begin(), alone.begin() + 30 + 3 + 24);
    auto file = zipOf({{"a/x", local}, {"a/0", data}});
    const auto place = file.size() - 22 - 3 - 4;  // of the second record's offset, before its name
    file.at(place) = 30 + 3;
    CHECK(contains(refusal("weights.damaged", file), "shares bytes"));
}

// Memo and nesting bombs: memory and depth stay small, whatever the pickle builds.
TEST(bombs_are_refused_or_harmless) {
    const std::string deep = finished(std::string(200000, ']') + std::string(199999, 'a'));
    refusal("weights.content", zipFile(deep, kNoStorages));
    std::string doubling = std::string("]q") + '\0';  // each list holds the one before it ten times
    for (int i = 1; i < 100; ++i) {
        doubling += "](";
        for (int k = 0; k < 10; ++k) doubling += std::string("h") + static_cast<char>(i - 1);
        doubling += std::string("eq") + static_cast<char>(i);
    }
    refusal("weights.content", zipFile(finished(doubling), kNoStorages));
    refusal("weights.damaged", zipFile(finished(std::string(600000, '}')), kNoStorages));  // too many values
    refusal("weights.damaged", zipFile(finished(std::string(5000000, '(')), kNoStorages));
    refusal("weights.damaged", zipFile(std::string("\x80\x02X\xff\xff\xff\xff.", 8), kNoStorages));  // a text of 4 GB
    refusal("weights.damaged", zipFile(std::string("\x80\x02R.", 4), kNoStorages));                  // nothing to call
    refusal("weights.damaged", zipFile(std::string("\x80\x02t.", 4), kNoStorages));                  // no mark
    refusal("weights.damaged", zipFile(std::string("\x80\x02h\x05.", 5), kNoStorages));              // an empty slot
    refusal("weights.damaged", zipFile(std::string("\x80\x02(N}u.", 7), kNoStorages));               // a key alone
    refusal("weights.damaged", zipFile("", kNoStorages));
}
