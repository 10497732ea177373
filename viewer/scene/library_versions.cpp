#include "viewer/scene/library_versions.h"

#include <vtkVersion.h>

namespace protolabel::viewer {

std::vector<std::pair<std::string, std::string>> libraryVersions() {
    return {{"VTK", vtkVersion::GetVTKVersion()}};
}

}  // namespace protolabel::viewer
