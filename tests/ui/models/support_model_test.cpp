#include "ui/models/support_model.h"

#include <QAbstractItemModelTester>

#include "tests/ui/support/open_project.h"

using namespace protolabel;
using namespace protolabel::ui;
using test::OpenProject;
using test::waitFor;

namespace {

bool hasPicture(const SupportModel& model, int row) {
    const auto picture = model.index(row, 0).data(Qt::DecorationRole).value<QImage>();
    return picture.convertToFormat(QImage::Format_ARGB32)
               .pixelColor(picture.width() / 2, picture.height() / 2)
               .alpha() != 0;
}

TEST(pictures_come_though_making_them_was_stopped_once) {
    OpenProject open;
    open.draw("bee", 2, 1, {{3, 3}, {4, 3}});
    SupportModel model(*open.workspace);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto& jobs = open.workspace->jobs();
    open.support("bee", 2, 1);
    CHECK_EQ(model.rowCount(), 1);
    CHECK_EQ(jobs.jobs().back().title.toStdString(), "Pictures of supports");
    jobs.cancel(jobs.jobs().back().number);
    waitFor("its end", [&] { return jobs.running() == 0; });
    CHECK(!hasPicture(model, 0));
    model.setEveryLabel(true);
    waitFor("the picture", [&] { return hasPicture(model, 0); });
}

}  // namespace
