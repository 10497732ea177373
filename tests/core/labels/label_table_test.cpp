#include "core/labels/label_table.h"

#include <algorithm>

#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::labels;

TEST(parses_id_name_and_color) {
    const Label label = parseLabel("12=left kidney:#0a0B0c", 0);
    CHECK_EQ(label.id.value, 12);
    CHECK_EQ(label.name, "left kidney");
    CHECK(label.color == (Color{10, 11, 12}));
}

TEST(a_missing_color_follows_the_palette) {
    CHECK(parseLabel("1=liver", 0).color == (Color{230, 159, 0}));    // orange
    CHECK(parseLabel("2=Milz ä", 1).color == (Color{86, 180, 233}));  // sky blue
    CHECK_EQ(parseLabel("65535= spleen ", 0).name, "spleen");
}

TEST(bad_labels_say_what_to_write) {
    for (const char* text :
         {"", "liver", "1=", "1=  ", "1=a\nb", "1=\xff", "1=\xc0\xaf", "1=\xed\xa0\x80", "1=\xe2\x82", "=:"})
        CHECK_ERROR("label.syntax", parseLabel(text, 0));
    for (const char* text : {"0=a", "65536=a", "-1=a", "x=a", "1x=a", "=a", "99999999999999999999=a"})
        CHECK_ERROR("label.id", parseLabel(text, 0));
    for (const char* text : {"1=a:", "1=a:red", "1=a:#12345", "1=a:#1234567", "1=a:#12345g", "1=a:#-12345"})
        CHECK_ERROR("label.color", parseLabel(text, 0));
    const auto message = CHECK_ERROR("label.id", parseLabel("0=a", 0));
    CHECK(message.find("65535") != std::string::npos);
}

TEST(hex_round_trip) {
    CHECK_EQ(toHex({0, 158, 115}), "#009E73");
    CHECK(colorFromHex("#009e73") == (Color{0, 158, 115}));
    CHECK_ERROR("label.color", colorFromHex("009E73"));
}

// Their order and choice: at least 13.4 apart in Lab for deuteranopes and protanopes (Machado et al. 2009), by numpy.
TEST(the_palette_goes_on_with_tols) {
    CHECK_EQ(toHex(defaultColor(6)), "#CC79A7");
    CHECK_EQ(toHex(defaultColor(7)), "#DDCC77");
    CHECK_EQ(toHex(defaultColor(12)), "#88CCEE");
}

TEST(palette_colors_differ) {
    std::vector<std::string> colors;
    for (int n = 0; n < 60; ++n) colors.push_back(toHex(defaultColor(n)));
    CHECK_EQ(colors[6], "#CC79A7");  // reddish purple, the last of Okabe and Ito's
    // Python: colorsys.hsv_to_rgb((13 * 137.50776405003785 % 360) / 360, 0.65, 0.7), with 178.5 rounded up
    CHECK_EQ(colors[13], "#B33E56");
    std::sort(colors.begin(), colors.end());
    CHECK(std::adjacent_find(colors.begin(), colors.end()) == colors.end());
}
