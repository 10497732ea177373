#include "core/imaging/dicom_header.h"

#include <gdcmReader.h>
#include <gdcmSequenceOfItems.h>
#include <gdcmTrace.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace protolabel::imaging::dicom {

namespace fs = std::filesystem;

namespace {

/// A text element without padding; empty when absent.
std::string text(const gdcm::DataSet& set, gdcm::Tag tag) {
    if (!set.FindDataElement(tag)) return {};
    const gdcm::ByteValue* value = set.GetDataElement(tag).GetByteValue();
    if (value == nullptr) return {};
    std::string result(value->GetPointer(), value->GetLength());
    const auto last = result.find_last_not_of(std::string(" \0\t\r\n", 5));
    result.erase(last == std::string::npos ? 0 : last + 1);
    return result.substr(std::min(result.find_first_not_of(' '), result.size()));
}

/// A decimal or integer string element with its values between backslashes.
std::vector<double> numbers(const gdcm::DataSet& set, gdcm::Tag tag) {
    std::vector<double> values;
    const auto all = text(set, tag);
    for (const char* p = all.c_str(); *p != '\0';) {
        char* end = nullptr;
        const double value = std::strtod(p, &end);
        if (end == p) return {};
        values.push_back(value);
        p = *end == '\\' ? end + 1 : end;
        if (end == p && *p != '\0') ++p;
    }
    return values;
}

double number(const gdcm::DataSet& set, gdcm::Tag tag, double missing) {
    const auto values = numbers(set, tag);
    return values.empty() ? missing : values[0];
}

/// A two-byte number, which GDCM has brought into this machine's byte order.
int unsignedShort(const gdcm::DataSet& set, gdcm::Tag tag) {
    if (!set.FindDataElement(tag)) return 0;
    const gdcm::ByteValue* value = set.GetDataElement(tag).GetByteValue();
    std::uint16_t number = 0;
    if (value == nullptr || value->GetLength() != sizeof number) return 0;
    std::memcpy(&number, value->GetPointer(), sizeof number);
    return number;
}

gdcm::SmartPointer<gdcm::SequenceOfItems> sequence(const gdcm::DataSet& set, gdcm::Tag tag) {
    if (!set.FindDataElement(tag)) return nullptr;
    return set.GetDataElement(tag).GetValueAsSQ();
}

/// The data sets in which an image's attributes may stand, nearest first: its functional groups, the shared ones, the file.
class Scopes {
public:
    Scopes(const gdcm::DataSet& file, int frame) {
        add(file, gdcm::Tag(0x5200, 0x9230), static_cast<unsigned>(frame) + 1);
        add(file, gdcm::Tag(0x5200, 0x9229), 1);
        file_ = &file;
    }

    /// Values of `tag` in the functional group `group`, else directly in the file.
    std::vector<double> numbers(gdcm::Tag group, gdcm::Tag tag) const {
        for (const auto& items : sequences_) {
            const auto& groups = items.first->GetItem(items.second).GetNestedDataSet();
            const auto inner = sequence(groups, group);
            if (inner == nullptr || inner->GetNumberOfItems() == 0) continue;
            auto values = dicom::numbers(inner->GetItem(1).GetNestedDataSet(), tag);
            if (!values.empty()) return values;
        }
        return dicom::numbers(*file_, tag);
    }

private:
    void add(const gdcm::DataSet& file, gdcm::Tag tag, unsigned item) {
        const auto items = sequence(file, tag);
        if (items != nullptr && items->GetNumberOfItems() >= item) sequences_.emplace_back(items, item);
    }
    std::vector<std::pair<gdcm::SmartPointer<gdcm::SequenceOfItems>, unsigned>> sequences_;
    const gdcm::DataSet* file_;
};

const gdcm::Tag kPlanePosition(0x0020, 0x9113), kPlaneOrientation(0x0020, 0x9116), kPixelMeasures(0x0028, 0x9110),
    kValueTransformation(0x0028, 0x9145);

Image imageOf(const gdcm::DataSet& set, const Scopes& scopes, const fs::path& file, int index) {
    Image image;
    image.file = file;
    image.index = index;
    image.instance = static_cast<int>(number(set, gdcm::Tag(0x0020, 0x0013), 0));
    image.samples = unsignedShort(set, gdcm::Tag(0x0028, 0x0002));
    image.storedBits = unsignedShort(set, gdcm::Tag(0x0028, 0x0101));
    image.highBit = unsignedShort(set, gdcm::Tag(0x0028, 0x0102));
    image.bits = unsignedShort(set, gdcm::Tag(0x0028, 0x0100));
    image.isSigned = unsignedShort(set, gdcm::Tag(0x0028, 0x0103)) == 1;
    if (const auto position = scopes.numbers(kPlanePosition, gdcm::Tag(0x0020, 0x0032)); position.size() == 3) {
        image.positioned = true;
        std::copy(position.begin(), position.end(), image.position.begin());
    }
    const auto slope = scopes.numbers(kValueTransformation, gdcm::Tag(0x0028, 0x1053));
    const auto intercept = scopes.numbers(kValueTransformation, gdcm::Tag(0x0028, 0x1052));
    if (!slope.empty() && slope[0] != 0) image.slope = slope[0];
    if (!intercept.empty()) image.intercept = intercept[0];
    return image;
}

std::optional<Series> seriesOf(const gdcm::DataSet& set, const fs::path& file) {
    Series series;
    series.uid = text(set, gdcm::Tag(0x0020, 0x000e));
    series.rows = unsignedShort(set, gdcm::Tag(0x0028, 0x0010));
    series.columns = unsignedShort(set, gdcm::Tag(0x0028, 0x0011));
    if (series.uid.empty() || series.rows == 0 || series.columns == 0) return {};
    series.description = text(set, gdcm::Tag(0x0008, 0x103e));
    const auto modality = text(set, gdcm::Tag(0x0008, 0x0060));
    series.modality = modality == "CT" ? Modality::CT : modality == "MR" ? Modality::MR : Modality::Unknown;

    const Scopes first(set, 0);
    if (const auto o = first.numbers(kPlaneOrientation, gdcm::Tag(0x0020, 0x0037)); o.size() == 6) {
        series.xDirection = {o[0], o[1], o[2]};
        series.yDirection = {o[3], o[4], o[5]};
    }
    if (const auto s = first.numbers(kPixelMeasures, gdcm::Tag(0x0028, 0x0030)); s.size() == 2) {
        series.ySpacing = s[0];  // between rows
        series.xSpacing = s[1];
    }
    for (const auto& tag : {gdcm::Tag(0x0018, 0x0088), gdcm::Tag(0x0018, 0x0050)}) {
        const auto s = first.numbers(kPixelMeasures, tag);
        if (series.sliceSpacing == 0 && !s.empty()) series.sliceSpacing = std::abs(s[0]);
    }

    const int frames = static_cast<int>(std::clamp(number(set, gdcm::Tag(0x0028, 0x0008), 1), 1.0, 65535.0));
    for (int index = 0; index < frames; ++index) series.images.push_back(imageOf(set, Scopes(set, index), file, index));
    // One position for many frames says where the first one is, not that all are there.
    if (frames > 1 && sequence(set, gdcm::Tag(0x5200, 0x9230)) == nullptr)
        for (auto& image : series.images) image.positioned = false;
    return series;
}

}  // namespace

std::optional<Series> readHeader(const fs::path& file) {
    gdcm::Trace::SetDebug(false);
    gdcm::Trace::SetWarning(false);
    gdcm::Trace::SetError(false);
    gdcm::Reader reader;
    reader.SetFileName(file.c_str());
    try {
        if (!reader.ReadUpToTag(gdcm::Tag(0x7fe0, 0x0010))) return {};
        return seriesOf(reader.GetFile().GetDataSet(), file);
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace protolabel::imaging::dicom
