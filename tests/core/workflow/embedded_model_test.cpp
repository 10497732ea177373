#include "core/workflow/embedded_model.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <nlohmann/json.hpp>

#include "core/workflow/files.h"
#include "tests/support/check.h"

using namespace protolabel;
namespace fs = std::filesystem;

namespace {
const fs::path kFolder = PROTOLABEL_MODELS;
}

TEST(the_program_holds_the_file_byte_by_byte) {
    const auto file = workflow::readFile(kFolder / "resnet18.safetensors");
    CHECK(workflow::embeddedModel() == file);
    CHECK(file.size() <= 25'000'000);
}

TEST(its_readme_names_its_hash) {
    std::ostringstream text;
    text << std::ifstream(kFolder / "README.md").rdbuf();
    CHECK(text.str().find(workflow::embeddedModelHash()) != std::string::npos);
}

// Read as the format's specification says: the header's length in 8 bytes, then JSON.
TEST(it_is_a_resnet18_of_stride_8_in_16_bits) {
    const auto file = workflow::embeddedModel();
    std::uint64_t length = 0;
    for (int i = 7; i >= 0; --i) length = length << 8 | file[static_cast<std::size_t>(i)];
    const auto header = nlohmann::json::parse(file.begin() + 8, file.begin() + 8 + static_cast<std::ptrdiff_t>(length));
    const auto model = nlohmann::json::parse(header.at("__metadata__").at("protolabel.model").get<std::string>());
    CHECK_EQ(model.at("spec").at("encoder").get<std::string>(), "resnet18");
    CHECK_EQ(model.at("spec").at("stride").get<int>(), 8);
    CHECK_EQ(model.at("spec").at("options").at("alpha").get<double>(), 1.0);
    CHECK_EQ(model.at("spec").at("options").at("background").get<std::string>(), "cells");
    CHECK_EQ(header.at("layer4.1.conv2.weight").at("dtype").get<std::string>(), "F16");
    const auto provenance = header.at("__metadata__").at("protolabel.provenance").get<std::string>();
    CHECK_EQ(nlohmann::json::parse(provenance).at("data").get<std::string>(), "synthetic");
}
