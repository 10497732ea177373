#pragma once

#include <filesystem>

namespace protolabel::ui {

class Workspace;

/// Makes up a few volumes below `folder` (a job), imports them into a new project there and opens it, to try the program without data of one's own.
void makeDemoProject(Workspace& workspace, const std::filesystem::path& folder);

}  // namespace protolabel::ui
