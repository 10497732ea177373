#include "core/imaging/png.h"

#include <itkPNGImageIO.h>

#include "core/base/error.h"

namespace protolabel::imaging {

void writePng(const labels::Image2D<labels::Color>& image, const std::filesystem::path& file) {
    static_assert(sizeof(labels::Color) == 3, "pixels are written as they lie in memory");
    try {
        auto png = itk::PNGImageIO::New();
        png->SetFileName(file.string());
        png->SetNumberOfDimensions(2);
        png->SetDimensions(0, static_cast<unsigned>(image.width));
        png->SetDimensions(1, static_cast<unsigned>(image.height));
        png->SetPixelType(itk::IOPixelEnum::RGB);
        png->SetComponentType(itk::IOComponentEnum::UCHAR);
        png->SetNumberOfComponents(3);
        itk::ImageIORegion region(2);
        region.SetSize(0, static_cast<unsigned>(image.width));
        region.SetSize(1, static_cast<unsigned>(image.height));
        png->SetIORegion(region);
        png->Write(image.pixels.data());
    } catch (const std::exception&) {
        throw Error("png.write", "{0} cannot be written; check that its folder exists and has space", {file.string()});
    }
}

}  // namespace protolabel::imaging
