#include "core/imaging/library_versions.h"

#include <gdcmVersion.h>
#include <itkVersion.h>

namespace protolabel::imaging {

std::vector<std::pair<std::string, std::string>> libraryVersions() {
    return {{"ITK", itk::Version::GetITKVersion()}, {"GDCM", gdcm::Version::GetVersion()}};
}

}  // namespace protolabel::imaging
