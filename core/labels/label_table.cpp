#include "core/labels/label_table.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/error.h"

namespace protolabel::labels {

namespace {

constexpr std::array<Color, 13> kPalette{{{230, 159, 0},
                                          {86, 180, 233},
                                          {0, 158, 115},
                                          {240, 228, 66},
                                          {0, 114, 178},
                                          {213, 94, 0},
                                          {204, 121, 167},  // the last of Okabe and Ito's
                                          {221, 204, 119},
                                          {51, 34, 136},
                                          {136, 34, 85},
                                          {17, 119, 51},
                                          {153, 153, 51},
                                          {136, 204, 238}}};

/// Foley et al.'s conversion; hue in degrees, saturation and value in 0..1.
Color fromHsv(double hue, double saturation, double value) {
    const auto channel = [&](double n) {
        const double k = std::fmod(n + hue / 60, 6);
        const double x = value - value * saturation * std::clamp(std::min(k, 4 - k), 0.0, 1.0);
        return static_cast<std::uint8_t>(std::lround(255 * x));
    };
    return {channel(5), channel(3), channel(1)};
}

/// Well-formed UTF-8 (Unicode, table 3-7) without control characters.
bool isText(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i++]);
        if (lead < 0x20 || lead == 0x7f) return false;
        const int more = lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
        if (more < 0) return false;
        for (int n = 0; n < more; ++n, ++i) {
            const unsigned byte = i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
            unsigned low = 0x80;
            unsigned high = 0xbf;
            if (n == 0 && lead == 0xe0) low = 0xa0;
            if (n == 0 && lead == 0xed) high = 0x9f;
            if (n == 0 && lead == 0xf0) low = 0x90;
            if (n == 0 && lead == 0xf4) high = 0x8f;
            if (byte < low || byte > high) return false;
        }
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace

bool isLabelName(std::string_view text) {
    return !text.empty() && isText(text);
}

Color defaultColor(int n) {
    n = std::max(n, 0);
    if (static_cast<std::size_t>(n) < kPalette.size()) return kPalette[static_cast<std::size_t>(n)];
    constexpr double kGoldenAngle = 137.50776405003785;
    constexpr std::array<double, 3> kValues{0.95, 0.7, 0.45};
    return fromHsv(std::fmod(n * kGoldenAngle, 360), 0.65, kValues[static_cast<std::size_t>(n) % kValues.size()]);
}

std::string toHex(Color color) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text = "#";
    for (const unsigned channel : {color.red, color.green, color.blue}) {
        text += digits[channel >> 4];
        text += digits[channel & 15];
    }
    return text;
}

Color colorFromHex(std::string_view text) {
    std::uint32_t value = 0;
    const char* const end = text.data() + text.size();
    if (text.size() != 7 || text[0] != '#' || std::from_chars(text.data() + 1, end, value, 16).ptr != end)
        throw Error("label.color", "\"{0}\" is not a colour; write it as #RRGGBB, for example #E69F00",
                    {std::string(text)});
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value)};
}

Label parseLabel(std::string_view text, int position) {
    const auto equals = text.find('=');
    const auto rest = equals == std::string_view::npos ? std::string_view() : text.substr(equals + 1);
    const auto colon = rest.find(':');
    const auto name = trimmed(rest.substr(0, colon));
    if (!isLabelName(name))
        throw Error("label.syntax", "\"{0}\" is not a label; write ID=NAME or ID=NAME:#RRGGBB, for example 1=liver",
                    {std::string(text)});

    const auto number = trimmed(text.substr(0, equals));
    std::int64_t id = 0;
    const auto parsed = std::from_chars(number.data(), number.data() + number.size(), id);
    if (parsed.ec != std::errc() || parsed.ptr != number.data() + number.size() || id < 1 || id > 65535)
        throw Error("label.id", "\"{0}\" is not a label id; use a whole number from 1 to 65535", {std::string(number)});

    Label label;
    label.id = LabelId{id};
    label.name = name;
    label.color =
        colon == std::string_view::npos ? defaultColor(position) : colorFromHex(trimmed(rest.substr(colon + 1)));
    return label;
}

}  // namespace protolabel::labels
