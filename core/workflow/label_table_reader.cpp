#include "core/workflow/label_table_reader.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/workflow/files.h"
#include "core/workflow/label_tables.h"

namespace protolabel::workflow {

namespace {

/// Collects labels; `where` is the line or key, for messages.
class Collector {
public:
    Collector(LabelTableFormat format, std::string file) : file_(std::move(file)) { table_.format = format; }

    [[noreturn]] void fail(const std::string& where, const std::string& what) const {
        throw Error("labels.table", "{0}, {1}: {2}; correct it there, or choose another file", {file_, where, what});
    }

    void add(const std::string& where, std::int64_t id, std::string name, std::optional<labels::Color> color,
             bool visible = true) {
        if (id == 0) return;  // background
        if (id < 0 || id > 65535) fail(where, std::to_string(id) + " is no label id (1 to 65535)");
        if (!ids_.insert(id).second) fail(where, "label " + std::to_string(id) + " is there twice");
        if (name.empty()) name = "label " + std::to_string(id);
        if (!labels::isLabelName(name)) fail(where, "the name is not readable text (UTF-8)");
        const auto [other, unique] = names_.try_emplace(name, id);
        if (!unique) {
            auto renamed = name + " (" + std::to_string(id) + ")";
            while (!names_.try_emplace(renamed, id).second) renamed += "'";
            table_.notes.push_back("label " + std::to_string(id) + " is called " + name + ", as label " +
                                   std::to_string(other->second) + "; it is now " + renamed);
            name = renamed;
        }
        const auto position = static_cast<int>(table_.labels.size());
        table_.labels.push_back(
            {LabelId{id}, std::move(name), color.value_or(labels::defaultColor(position)), false, visible});
    }

    LabelTable take() {
        if (table_.labels.empty())
            throw Error("labels.table", "{0} has no label besides the background; choose another file", {file_});
        return std::move(table_);
    }

private:
    std::string file_;
    LabelTable table_;
    std::set<std::int64_t> ids_;
    std::map<std::string, std::int64_t> names_;
};

std::vector<std::string_view> words(std::string_view line) {
    std::vector<std::string_view> found;
    constexpr const char* kSpace = " \t\r\f\v";
    for (std::size_t i = 0; (i = line.find_first_not_of(kSpace, i)) != std::string_view::npos;) {
        const auto end = std::min(line.find_first_of(kSpace, i), line.size());
        found.push_back(line.substr(i, end - i));
        i = end;
    }
    return found;
}

template <class Number>
std::optional<Number> numberFrom(std::string_view word) {
    Number value{};
    const auto parsed = std::from_chars(word.data(), word.data() + word.size(), value);
    return parsed.ec == std::errc() && parsed.ptr == word.data() + word.size() ? std::optional(value) : std::nullopt;
}

/// The numbers `first` ... `first + count` of a line.
template <class Number, std::size_t count>
std::optional<std::array<Number, count>> numbersFrom(const std::vector<std::string_view>& words, std::size_t first) {
    std::array<Number, count> numbers{};
    if (words.size() < first + count) return {};
    for (std::size_t i = 0; i < count; ++i) {
        const auto number = numberFrom<Number>(words[first + i]);
        if (!number) return {};
        numbers[i] = *number;
    }
    return numbers;
}

std::optional<labels::Color> colorFrom(std::int64_t red, std::int64_t green, std::int64_t blue) {
    for (const auto channel : {red, green, blue})
        if (channel < 0 || channel > 255) return {};
    return labels::Color{static_cast<std::uint8_t>(red), static_cast<std::uint8_t>(green),
                         static_cast<std::uint8_t>(blue)};
}

/// IDX R G B A VIS MSH "LABEL"
void addItkSnap(Collector& labels, const std::string& where, std::string_view line) {
    const auto open = line.find('"');
    const auto close = line.rfind('"');
    const auto numbers = words(line.substr(0, open));
    const auto integers = numbersFrom<std::int64_t, 4>(numbers, 0);
    const auto rest = numbersFrom<double, 3>(numbers, 4);
    if (open == std::string_view::npos || close == open || !integers || !rest || numbers.size() != 7)
        labels.fail(where, "not a line of ITK-SNAP's: id, red, green, blue, opacity, visible, mesh, \"name\"");
    const auto& [id, red, green, blue] = *integers;
    const auto color = colorFrom(red, green, blue);
    if (!color) labels.fail(where, "a colour is three numbers from 0 to 255");
    labels.add(where, id, std::string(line.substr(open + 1, close - open - 1)), color, (*rest)[1] != 0);
}

/// id name r g b a; Slicer writes the spaces of names as underscores.
void addSlicer(Collector& labels, const std::string& where, std::string_view line) {
    const auto all = words(line);
    const auto id = all.empty() ? std::nullopt : numberFrom<std::int64_t>(all.front());
    const auto color = all.size() < 6 ? std::nullopt : numbersFrom<double, 4>(all, all.size() - 4);
    if (!id || !color)
        labels.fail(where, "not a line of a label table: 3D Slicer's are id, name, red, green, blue, opacity");
    std::string name;
    for (std::size_t i = 1; i + 4 < all.size(); ++i) name += (i == 1 ? "" : " ") + std::string(all[i]);
    std::replace(name.begin(), name.end(), '_', ' ');
    const auto& [red, green, blue, opacity] = *color;
    const auto rgb = colorFrom(std::llround(red), std::llround(green), std::llround(blue));
    if (!rgb) labels.fail(where, "a colour is three numbers from 0 to 255");
    labels.add(where, *id, name, rgb);
}

LabelTable parseLines(std::string_view text, const std::string& file) {
    std::optional<Collector> labels;
    bool itkSnap = false;
    int number = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto end = std::min(text.find('\n', i), text.size());
        const auto line = text.substr(i, end - i);
        i = end + 1;
        ++number;
        const auto all = words(line);
        if (all.empty() || all.front().front() == '#') continue;
        if (!labels) {
            itkSnap = line.find('"') != std::string_view::npos;
            labels.emplace(itkSnap ? LabelTableFormat::ItkSnap : LabelTableFormat::Slicer, file);
        }
        (itkSnap ? addItkSnap : addSlicer)(*labels, "line " + std::to_string(number), line);
    }
    return labels ? labels->take() : Collector(LabelTableFormat::Slicer, file).take();
}

LabelTable parseOwn(const nlohmann::json& list, const std::string& file) {
    Collector labels(LabelTableFormat::Json, file);
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto where = "label " + std::to_string(i + 1);
        const auto& entry = list[i];
        const bool valid = entry.is_object() && entry.contains("id") && entry["id"].is_number_integer() &&
                           entry.contains("name") && entry["name"].is_string();
        if (!valid) labels.fail(where, "a label is {\"id\": 1, \"name\": \"liver\", \"color\": \"#E69F00\"}");
        std::optional<labels::Color> color;
        try {
            if (entry.contains("color")) color = labels::colorFromHex(entry["color"].get<std::string>());
        } catch (const std::exception&) {
            labels.fail(where, "a colour is written #RRGGBB");
        }
        labels.add(where, entry["id"].get<std::int64_t>(), entry["name"].get<std::string>(), color);
    }
    return labels.take();
}

/// Version 2 is {"liver": 1}, version 1 {"1": "liver"}.
LabelTable parseNnUnet(const nlohmann::ordered_json& table, const std::string& file) {
    Collector labels(LabelTableFormat::NnUnet, file);
    std::vector<std::pair<std::int64_t, std::string>> found;
    for (const auto& [key, value] : table.items()) {
        if (value.is_array())
            throw Error(
                "labels.regions",
                "{0} describes regions (\"{1}\" is a list of ids), where a voxel has several; here a voxel has one "
                "label: give a table with one id each",
                {file, key});
        const auto id = numberFrom<std::int64_t>(key);
        if (value.is_number_integer())
            found.emplace_back(value.get<std::int64_t>(), key);
        else if (value.is_string() && id)
            found.emplace_back(*id, value.get<std::string>());
        else
            labels.fail("\"" + key + "\"", "a label is \"name\": id");
    }
    for (auto& [id, name] : found) labels.add("\"" + name + "\"", id, name, {});
    return labels.take();
}

LabelTable parseJson(std::string_view text, const std::string& file) {
    nlohmann::ordered_json json;
    try {
        json = nlohmann::ordered_json::parse(text);
    } catch (const nlohmann::json::parse_error& error) {
        const auto until = text.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, text.size()));
        const auto line = 1 + std::count(text.begin(), until, '\n');
        Collector(LabelTableFormat::Json, file).fail("line " + std::to_string(line), "this is not JSON");
    }
    if (json.contains("labels") && json["labels"].is_array()) return parseOwn(json["labels"], file);
    if (json.contains("labels") && json["labels"].is_object()) return parseNnUnet(json["labels"], file);
    throw Error("labels.table",
                "{0} has no table \"labels\"; choose nnU-Net's dataset.json or a labels.json of this program", {file});
}

}  // namespace

std::string_view toString(LabelTableFormat format) {
    switch (format) {
        case LabelTableFormat::ItkSnap: return "ITK-SNAP label descriptions";
        case LabelTableFormat::NnUnet: return "nnU-Net dataset.json";
        case LabelTableFormat::Slicer: return "3D Slicer colour table";
        case LabelTableFormat::Json: break;
    }
    return "labels.json";
}

LabelTable parseLabelTable(std::string_view text, const std::string& file) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);  // byte order mark
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first != std::string_view::npos && text[first] == '{') return parseJson(text, file);
    return parseLines(text, file);
}

LabelTable readLabelTable(const std::filesystem::path& file) {
    const auto bytes = readFile(file);
    return parseLabelTable({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, file.string());
}

LabelTableFormat labelTableFormatOf(const std::filesystem::path& file) {
    const auto lower = [](std::string text) {
        for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
        return text;
    };
    if (lower(file.filename().string()) == "dataset.json") return LabelTableFormat::NnUnet;
    const auto suffix = lower(file.extension().string());
    if (suffix == ".json") return LabelTableFormat::Json;
    return suffix == ".ctbl" ? LabelTableFormat::Slicer : LabelTableFormat::ItkSnap;
}

void writeLabelTable(const std::vector<labels::Label>& labels, LabelTableFormat format,
                     const std::filesystem::path& file) {
    const auto text = [&] {
        std::map<int, int> own;
        switch (format) {
            case LabelTableFormat::ItkSnap: return itkSnapLabels(labels);
            case LabelTableFormat::Slicer: return slicerColors(labels);
            case LabelTableFormat::NnUnet:
                for (const auto& label : labels)
                    own[static_cast<int>(label.id.value)] = static_cast<int>(label.id.value);
                return nnUnetDataset(labels, own, "image", 0);
            case LabelTableFormat::Json: break;
        }
        return labelsJson(labels);
    }();
    writeFile(file, std::string_view(text));
}

}  // namespace protolabel::workflow
