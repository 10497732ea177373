#include "core/fewshot/model_file.h"

#include <cstring>
#include <random>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::fewshot;

namespace {

/// A safetensors file put together by hand from its header text and data bytes.
Bytes fileOf(const std::string& header, const Bytes& data) {
    const std::uint64_t size = header.size();
    Bytes bytes(8 + header.size() + data.size());
    std::memcpy(bytes.data(), &size, 8);
    std::copy(header.begin(), header.end(), bytes.begin() + 8);
    std::copy(data.begin(), data.end(), bytes.end() - static_cast<std::ptrdiff_t>(data.size()));
    return bytes;
}

Bytes oneFloat(const std::string& shape, const std::string& offsets, std::size_t size = 8) {
    return fileOf(R"({"a":{"dtype":"F32","shape":)" + shape + R"(,"data_offsets":)" + offsets + "}}", Bytes(size));
}

Model smallModel() {
    Model model;
    model.spec.encoder = "resnet18";
    model.spec.options.regions = 4;
    model.spec.options.background = engine::Background::Prototype;
    model.iterations = 250;
    model.loss = 0.125;
    model.losses = {0.5, 0.25, 0.125};
    model.provenance = R"({"volumes":["liver 1"]})";
    model.network = Network("resnet18", 8, 3);
    return model;
}

}  // namespace

// Layout and values as the format's description has them: 1.0f = 3f800000, half 1.5 = 3e00, bfloat16 -2 = c000, little-endian.
TEST(all_types_are_read_from_bytes_made_by_hand) {
    const auto file = decodeTensorFile(fileOf(
        R"({"__metadata__":{"k":"v"},"i":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},)"
        R"("f":{"dtype":"F32","shape":[1,2],"data_offsets":[8,16]},"h":{"dtype":"F16","shape":[],"data_offsets":[16,18]},)"
        R"("b":{"dtype":"BF16","shape":[1],"data_offsets":[18,20]},"none":{"dtype":"F32","shape":[0,3],"data_offsets":[20,20]}})",
        {7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80, 0x3f, 0, 0, 0, 0x40, 0, 0x3e, 0, 0xc0}));
    CHECK_EQ(file.metadata.at("k"), "v");
    CHECK_EQ(file.tensors.at("i").item<std::int64_t>(), 7);
    CHECK(torch::equal(file.tensors.at("f"), torch::tensor({1.F, 2.F}).view({1, 2})));
    CHECK_EQ(file.tensors.at("h").dim(), 0);
    CHECK_EQ(file.tensors.at("h").item<float>(), 1.5F);
    CHECK_EQ(file.tensors.at("b").item<float>(), -2.F);
    CHECK_EQ(file.tensors.at("none").numel(), 0);
}

TEST(written_files_are_aligned_and_deterministic) {
    TensorFile file;
    file.metadata["x"] = "y";
    file.tensors = {{"half", torch::ones({3}, torch::kHalf)},
                    {"long", torch::tensor({1, 2}, torch::kLong)},
                    {"float", torch::rand({2, 3}).t()}};
    const auto bytes = encode(file);
    CHECK(bytes == encode(file));
    std::uint64_t header = 0;
    std::memcpy(&header, bytes.data(), 8);
    CHECK_EQ(header % 8, 0U);
    const auto json = nlohmann::json::parse(bytes.begin() + 8, bytes.begin() + 8 + static_cast<std::ptrdiff_t>(header));
    CHECK_EQ(json["long"]["data_offsets"][0].get<int>() % 8, 0);
    CHECK_EQ(json["float"]["data_offsets"][0].get<int>() % 4, 0);
    CHECK(json["float"]["shape"] == nlohmann::json({3, 2}));
    CHECK_EQ(bytes.size(), 8 + header + 2 * 8 + 6 * 4 + 3 * 2);
    const auto again = decodeTensorFile(bytes);
    for (const auto& [name, tensor] : file.tensors) CHECK(torch::equal(again.tensors.at(name), tensor));
}

TEST(impossible_headers_are_refused) {
    CHECK_EQ(decodeTensorFile(oneFloat("[2]", "[0,8]")).tensors.size(), 1U);
    for (
        const auto& bytes :
        {oneFloat("[3]", "[0,8]"), oneFloat("[2]", "[0,12]"), oneFloat("[2]", "[8,0]"), oneFloat("[-2]", "[0,8]"),
         oneFloat("[2]", "[0]"), oneFloat("[1]", "[4,8]"), oneFloat("[2]", "[0,8]", 12), oneFloat("[2.5]", "[0,8]"),
         oneFloat("[4611686018427387904,4]", "[0,8]"), oneFloat("[0,9223372036854775807]", "[0,8]"),
         oneFloat("[1,1,1,1,1,1,1,1,2]", "[0,8]"), fileOf("[]", {}), fileOf("{", {}), Bytes{}, Bytes(7),
         fileOf(R"({"__metadata__":{"k":1}})", {}),
         fileOf(
             R"({"a":{"dtype":"I64","shape":[1],"data_offsets":[0,8]},"b":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}})",
             Bytes(8)),
         Bytes(64, 0xff)})
        CHECK_ERROR("model.damaged", decodeTensorFile(bytes));
}

TEST(a_type_that_is_not_supported_is_named) {
    const auto text = CHECK_ERROR(
        "model.type",
        decodeTensorFile(fileOf(R"({"a":{"dtype":"F8_E4M3","shape":[8],"data_offsets":[0,8]}})", Bytes(8))));
    CHECK(text.find("tensor a has the type F8_E4M3") != std::string::npos);
}

TEST(names_out_of_a_file_are_cut_in_messages) {
    const std::string longName(100000, 'a');
    const auto entry = [](const std::string& name, const std::string& dtype) {
        return fileOf("{\"" + name + R"(":{"dtype":")" + dtype + R"(","shape":[3],"data_offsets":[0,8]}})", Bytes(8));
    };
    const auto damaged = CHECK_ERROR("model.damaged", decodeTensorFile(entry(longName, "F32")));
    CHECK(damaged.size() < 500 && damaged.find("does not fill its offsets") != std::string::npos);
    CHECK(CHECK_ERROR("model.type", decodeTensorFile(entry(longName, longName))).size() < 700);
    CHECK(CHECK_ERROR("model.damaged", decodeTensorFile(fileOf(R"({"__metadata__":{")" + longName + R"(":1}})", {})))
              .size() < 500);
    auto file = decodeTensorFile(encode(smallModel()));
    for (const std::string field : {R"("method":")", R"("encoder":")", R"("background":")"}) {
        auto renamed = file;
        auto& description = renamed.metadata["protolabel.model"];
        description.insert(description.find(field) + field.size(), longName);
        try {
            decodeModel(encode(renamed));
            CHECK(false);
        } catch (const Error& error) {
            CHECK(std::strlen(error.what()) < 500);
        }
    }
}

// Whatever happens to the bytes, reading gives a file, "model.damaged" or "model.type": no crash and nothing larger than the file.
TEST(random_damage_never_crashes) {
    TensorFile file;
    file.metadata["x"] = "y";
    file.tensors = {
        {"a", torch::rand({2, 3})}, {"b", torch::tensor({1, 2}, torch::kLong)}, {"c", torch::ones({5}, torch::kHalf)}};
    const auto bytes = encode(file);
    const auto attempt = [&](const Bytes& damaged) {
        try {
            std::size_t total = 0;
            for (const auto& [name, tensor] : decodeTensorFile(damaged).tensors) total += tensor.nbytes();
            CHECK(total <= damaged.size());
        } catch (const Error& error) {
            CHECK(error.code() == "model.damaged" || error.code() == "model.type");
        }
    };
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Bytes cut(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK_ERROR("model.damaged", decodeTensorFile(cut));
    }
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto flipped = bytes;
        flipped[bit / 8] ^= static_cast<std::uint8_t>(1u << (bit % 8));
        attempt(flipped);
    }
    std::mt19937 random(1);
    for (int i = 0; i < 3000; ++i) {
        auto noisy = bytes;
        for (int n = 0; n < 4; ++n) noisy[random() % noisy.size()] = static_cast<std::uint8_t>(random());
        attempt(noisy);
    }
}

TEST(models_come_back_as_they_were) {
    const auto model = smallModel();
    const auto bytes = encode(model);
    const auto again = decodeModel(bytes);
    CHECK_EQ(again.spec.encoder, "resnet18");
    CHECK_EQ(again.spec.options.regions, 4);
    CHECK(again.spec.options.background == engine::Background::Prototype);
    CHECK_EQ(again.iterations, 250);
    CHECK_EQ(again.loss, 0.125);
    CHECK((again.losses == std::vector<double>{0.5, 0.25, 0.125}));
    CHECK_EQ(again.provenance, model.provenance);
    const auto weights = again.network->named_parameters();
    for (const auto& item : model.network->named_parameters()) CHECK(torch::equal(item.value(), weights[item.key()]));
    CHECK(encode(again) == bytes);
}

TEST(models_that_do_not_fit_are_refused_by_tensor) {
    const auto good = decodeTensorFile(encode(smallModel()));
    const auto refused = [&](const char* code, auto change) {
        auto file = good;
        change(file);
        return CHECK_ERROR(code, decodeModel(encode(file)));
    };
    CHECK(refused("model.missing_tensor", [](TensorFile& f) {
              f.tensors.erase("layer2.0.bn1.weight");
          }).find("layer2.0.bn1.weight") != std::string::npos);
    CHECK(refused("model.shape", [](TensorFile& f) {
              f.tensors["conv1.weight"] = torch::zeros({64, 1, 7, 7});
          }).find("[64, 1, 7, 7]") != std::string::npos);
    refused("model.nan", [](TensorFile& f) { f.tensors["threshold"] = torch::tensor(NAN); });
    refused("model.damaged", [](TensorFile& f) { f.metadata.clear(); });
    refused("model.damaged", [](TensorFile& f) { f.metadata["protolabel.model"] = "[[["; });
    refused("model.damaged", [](TensorFile& f) { f.metadata["protolabel.model"] = R"({"spec":{"method":3}})"; });
    const auto renamed = [](const char* from, const char* to) {
        return [=](TensorFile& f) {
            auto& text = f.metadata["protolabel.model"];
            text.replace(text.find(from), std::strlen(from), to);
        };
    };
    refused("model.encoder", renamed("resnet18", "resnet19"));
    refused("model.method", renamed("sqpfnet", "segnet"));
}

TEST(models_with_impossible_values_are_refused_by_key) {
    const auto good = decodeTensorFile(encode(smallModel()));
    const auto refused = [&](const char* code, const char* said, auto change) {
        auto file = good;
        change(file);
        const auto text = CHECK_ERROR(code, decodeModel(encode(file)));
        if (text.find(said) == std::string::npos) protolabel::test::fail(__FILE__, __LINE__, text);
    };
    const auto with = [&](const char* key, const nlohmann::json& value) {
        return [=](TensorFile& f) {
            auto& text = f.metadata["protolabel.model"];
            auto fields = nlohmann::json::parse(text);
            fields[nlohmann::json::json_pointer(key)] = value;
            text = fields.dump();
        };
    };
    refused("model.version", "format version 99", with("/version", 99));
    refused("model.damaged", "version", with("/version", "new"));
    refused("model.damaged", "iterations is negative", with("/iterations", -5));
    for (const char* key : {"/loss", "/losses"}) refused("model.damaged", "wrong type", with(key, "low"));
    refused("model.damaged", "nested", [](TensorFile& f) {
        f.metadata["protolabel.provenance"] = R"({"a":)" + std::string(100000, '[') + std::string(100000, ']') + "}";
    });
    for (const double alpha : {-0.1, 5.0}) refused("model.options", "alpha is", with("/spec/options/alpha", alpha));
    for (const int regions : {-3, 0, 1001, 1000000000})
        refused("model.options", "regions is", with("/spec/options/regions", regions));
    refused("model.options", "refinementSteps is 1000000000", with("/spec/options/refinementSteps", 1000000000));
    refused("model.options", "fineWeight is 2", with("/spec/options/fineWeight", 2));
    for (const float t : {60000.F, -60000.F})
        refused("model.options", "threshold is", [t](TensorFile& f) { f.tensors["threshold"] = torch::tensor(t); });
    refused("model.nan", "layer4.1.bn2.running_var",
            [](TensorFile& f) { f.tensors["layer4.1.bn2.running_var"][3] = -1e-3F; });
    // What training may reach: a channel that is always 0, and t a little beyond 20 cos.
    auto file = good;
    file.tensors["layer4.1.bn2.running_var"][3] = 0;
    file.tensors["threshold"] = torch::tensor(-23.F);
    CHECK_EQ(decodeModel(encode(file)).network->threshold.item<float>(), -23.F);
}
