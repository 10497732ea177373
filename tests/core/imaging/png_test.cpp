#include "core/imaging/png.h"

#include "tests/core/imaging/test_files.h"
#include "tests/support/check.h"

using namespace protolabel;
using namespace protolabel::test;

TEST(a_png_has_the_pixels_size_and_colours) {
    const TemporaryFolder folder;
    labels::Image2D<labels::Color> image(2, 1);
    image.at(0, 0) = {255, 0, 10};
    image.at(1, 0) = {1, 2, 3};
    imaging::writePng(image, folder / "a.png");
    const auto bytes = readBytes(folder / "a.png");
    const Bytes signature{0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    CHECK(bytes.size() > 33 && std::equal(signature.begin(), signature.end(), bytes.begin()));
    CHECK(bytes[19] == 2 && bytes[23] == 1);  // IHDR: width, height
    CHECK(bytes[24] == 8 && bytes[25] == 2);  // 8 bits, RGB
}

TEST(a_png_that_cannot_be_written_says_so) {
    const TemporaryFolder folder;
    CHECK_ERROR("png.write", imaging::writePng(labels::Image2D<labels::Color>(2, 2), folder / "no/a.png"));
}
