#include "core/workflow/files.h"

#include "tests/core/workflow/fixture.h"

using namespace protolabel;
using namespace protolabel::test;

TEST(a_table_replaces_a_table_but_neither_project_nor_scan) {
    BlocksProject p;
    const auto table = p.folder / "table.csv";
    const std::string_view text = "a,b\n";
    workflow::writeFile(table, text);
    workflow::writeFile(table, text);
    const auto project = workflow::readFile(p.folder / "p.plb"), scan = workflow::readFile(p.folder / "a.nii");
    CHECK_ERROR("file.kind", workflow::writeFile(p.folder / "p.plb", text));
    CHECK_ERROR("file.kind", workflow::writeFile(p.folder / "a.nii", text));
    CHECK(workflow::readFile(p.folder / "p.plb") == project);
    CHECK(workflow::readFile(p.folder / "a.nii") == scan);
    workflow::writeFile(p.folder / "a.nii.gz", Bytes{0x1f, 0x8b, 8, 0});
    CHECK_ERROR("file.kind", workflow::writeFile(p.folder / "a.nii.gz", text));
    workflow::writeFile(p.folder / "a.nrrd", Bytes{'N', 'R', 'R', 'D', '0'});
    CHECK_ERROR("file.kind", workflow::writeFile(p.folder / "a.nrrd", text));
}
