#include "core/imaging/file_names.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace protolabel::imaging {

namespace {

// ".seg.nrrd" must win over ".nrrd".
constexpr std::array<std::string_view, 14> kExtensions{".seg.nrrd", ".nii.gz", ".hdr.gz", ".img.gz", ".nii",
                                                       ".hdr",      ".img",    ".nrrd",   ".nhdr",   ".mha",
                                                       ".mhd",      ".dcm",    ".dicom",  ".ima"};

std::string_view knownExtension(std::string& name) {
    std::transform(name.begin(), name.end(), name.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const auto extension : kExtensions)
        if (name.size() > extension.size() && name.ends_with(extension)) return extension;
    return {};
}

}  // namespace

std::string extensionOf(const std::filesystem::path& file) {
    auto name = file.filename().string();
    const auto extension = knownExtension(name);
    return std::string(extension == ".seg.nrrd" ? ".nrrd" : extension);
}

bool isNiftiName(const std::filesystem::path& file) {
    const auto extension = extensionOf(file);
    return extension.starts_with(".nii") || extension.starts_with(".hdr") || extension.starts_with(".img");
}

std::string nameWithoutExtension(const std::filesystem::path& file) {
    const auto name = file.filename().string();
    auto lower = name;
    return name.substr(0, name.size() - knownExtension(lower).size());
}

}  // namespace protolabel::imaging
