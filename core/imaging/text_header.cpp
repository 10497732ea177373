#include "core/imaging/text_header.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/error.h"

namespace protolabel::imaging {

namespace fs = std::filesystem;

namespace {

using Fields = std::map<std::string, std::string, std::less<>>;

[[noreturn]] void damaged(const fs::path& file) {
    throw Error("image.format", "{0} has a damaged or unsupported header; save it again, best as NIfTI",
                {file.string()});
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> words(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> result;
    for (std::string word; in >> word;) result.push_back(word);
    return result;
}

/// The next line if it is text no longer than `most`.
bool readLine(std::istream& in, std::string& line, std::size_t most, const fs::path& file) {
    if (!std::getline(in, line)) return false;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const bool text =
        std::none_of(line.begin(), line.end(), [](unsigned char c) { return (c < 0x20 && c != '\t') || c == 0x7f; });
    if (!text || line.size() > most) damaged(file);
    return true;
}

/// Checks that field `name`, where it is there, has `count` values: numbers, or what is between brackets for NRRD vectors.
void checkCount(const Fields& fields, std::string_view name, std::size_t count, bool numeric, const fs::path& file) {
    const auto field = fields.find(name);
    if (field == fields.end()) return;
    auto values = words(field->second);
    if (field->second.find('(') != std::string::npos) {  // "(1,0,0) none (0,1,0)": blanks within brackets do not count
        std::string joined;
        int open = 0;
        for (const char c : field->second) {
            open += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (!(open > 0 && c == ' ')) joined += c;
            if (c == ')') joined += ' ';
        }
        values = words(joined);
        for (const auto& value : values)
            if (value.front() == '(' && std::count(value.begin(), value.end(), ',') != 2) damaged(file);
    }
    if (values.size() != count) damaged(file);
    if (!numeric) return;
    for (const auto& value : values) {
        std::istringstream in(value);
        double number = 0;
        if (!(in >> number) || !in.eof()) damaged(file);
    }
}

/// The number of axes: 1 to 4.
std::size_t axisCount(const Fields& fields, std::string_view name, const fs::path& file) {
    const auto field = fields.find(name);
    if (field == fields.end() || field->second.size() != 1 || field->second[0] < '1' || field->second[0] > '4')
        damaged(file);
    return static_cast<std::size_t>(field->second[0] - '0');
}

/// Product of the sides, which must be whole and positive.
std::uint64_t voxelCount(const std::string& sizes, const fs::path& file) {
    std::uint64_t product = 1;
    for (const auto& word : words(sizes)) {
        const bool digits = !word.empty() && word.size() < 10 &&
                            std::all_of(word.begin(), word.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
        if (!digits) damaged(file);
        const auto side = std::stoull(word);
        if (side < 1 || side > 65535)
            throw Error("image.size", "{0} says it has {1} voxels; sides must be 1 to 65535, so its header is damaged",
                        {file.string(), sizes});
        product *= side;
    }
    return product;
}

}  // namespace

void checkNrrdHeader(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string line;
    if (!readLine(in, line, 16, file) || !line.starts_with("NRRD000")) damaged(file);
    Fields fields;
    while (readLine(in, line, 1 << 20, file) && !trimmed(line).empty()) {
        const auto colon = line.find(": ");
        const auto pair = line.find(":=");
        if (line[0] == '#' || pair < colon) continue;
        if (colon == std::string::npos || line.size() > 512) damaged(file);
        const auto name = line.substr(0, colon);
        if (!fields.emplace(name == "centerings" ? "centers" : name, trimmed(line.substr(colon + 2))).second)
            damaged(file);
    }
    const auto axes = axisCount(fields, "dimension", file);
    if (fields.count("sizes") == 0 || fields.count("type") == 0 || fields.count("encoding") == 0) damaged(file);
    for (const char* name : {"sizes", "spacings", "thicknesses", "axis mins", "axis maxs"})
        checkCount(fields, name, axes, true, file);
    for (const char* name : {"space directions", "kinds", "centers"}) checkCount(fields, name, axes, false, file);
    checkCount(fields, "space origin", 1, false, file);
    checkCount(fields, "measurement frame", 3, false, file);
    if (const auto space = fields.find("space dimension");
        space != fields.end() && space->second != "3" && space->second != "2")
        damaged(file);
    voxelCount(fields.find("sizes")->second, file);
}

void checkMetaImageHeader(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    Fields fields;
    std::string line;
    while (fields.count("ElementDataFile") == 0) {
        if (!readLine(in, line, 250, file)) damaged(file);
        const auto equals = line.find('=');
        if (trimmed(line).empty()) continue;
        if (equals == std::string::npos ||
            !fields.emplace(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1))).second)
            damaged(file);
    }
    const auto axes = axisCount(fields, "NDims", file);
    for (const char* name :
         {"DimSize", "ElementSpacing", "ElementSize", "Offset", "Position", "Origin", "CenterOfRotation"})
        checkCount(fields, name, axes, true, file);
    for (const char* name : {"TransformMatrix", "Rotation", "Orientation"})
        checkCount(fields, name, axes * axes, true, file);

    static const std::map<std::string, int, std::less<>> kSizes{
        {"MET_CHAR", 1},      {"MET_UCHAR", 1},      {"MET_SHORT", 2}, {"MET_USHORT", 2},
        {"MET_INT", 4},       {"MET_UINT", 4},       {"MET_LONG", 4},  {"MET_ULONG", 4},
        {"MET_LONG_LONG", 8}, {"MET_ULONG_LONG", 8}, {"MET_FLOAT", 4}, {"MET_DOUBLE", 8}};
    const auto type = kSizes.find(fields["ElementType"]);
    if (fields["DimSize"].empty() || type == kSizes.end()) damaged(file);
    const auto voxels = voxelCount(fields["DimSize"], file);
    if (const auto channels = fields.find("ElementNumberOfChannels"); channels != fields.end()) {
        checkCount(fields, "ElementNumberOfChannels", 1, true, file);
        if (channels->second != "1")
            throw Error("image.type",
                        "{0} stores {1} values per voxel; convert it to an image with one number per voxel",
                        {file.string(), channels->second});
    }
    const auto& data = fields["ElementDataFile"];
    if (data != "LOCAL" && data != "Local") {
        const bool oneFile = !data.starts_with("LIST") && data.find('%') == std::string::npos;
        if (oneFile && !fs::exists(file.parent_path() / data))
            throw Error("image.missing", "the file {0} with the voxels of {1} is missing; put both side by side",
                        {data, file.string()});
        return;
    }
    std::uint64_t needed = voxels * static_cast<std::uint64_t>(type->second);
    const auto lower = [](std::string text) {
        for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return text;
    };
    if (lower(fields["BinaryData"]) == "false") return;
    if (lower(fields["CompressedData"]) == "true") {
        needed = 1;
        if (const auto size = fields.find("CompressedDataSize"); size != fields.end()) {
            checkCount(fields, "CompressedDataSize", 1, true, file);
            needed = static_cast<std::uint64_t>(std::max(std::stod(size->second), 1.0));
        }
    }
    const auto stored = fs::file_size(file) - static_cast<std::uint64_t>(in.tellg());
    if (needed > stored)
        throw Error("image.truncated",
                    "{0} is cut short: {1} of {2} bytes of voxels are there; copy it again from its source",
                    {file.string(), std::to_string(stored), std::to_string(needed)});
}

}  // namespace protolabel::imaging
