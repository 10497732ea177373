#include "ui/shell/support_commands.h"

#include <QMessageBox>
#include <QPushButton>

#include "core/project/operations.h"
#include "ui/session/acceptance.h"
#include "ui/shell/place_commands.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

namespace {

class SupportCommands : public PlaceCommands {
    Q_DECLARE_TR_FUNCTIONS(SupportCommands)

public:
    SupportCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer)
        : PlaceCommands(commands, workspace, viewer) {
        command("support.toggle", tr("Slice as &support"),
                tr("The model learns the active label from this slice, or no longer; draw the label completely first"),
                {Qt::Key_M}, [this] { toggleSupport(); });
    }

private:
    void toggleSupport() {
        const auto* label = workspace_.project()->label(workspace_.editor().label());
        if (label == nullptr) throw Error("label.none", "choose a label first");
        const auto place = Place{volume().id, slice(), label->id, QString::fromStdString(label->name)};
        for (const auto& support : workspace_.project()->supports())
            if (support.volume == place.volume && support.slice == place.slice && support.label == place.label)
                return removeSupport(support, place);
        const auto doubts = project::supportDoubts(store(), place.volume, place.slice, place.label);
        if (doubts.any())
            ask(place, doubts);
        else
            mark(place);
    }

    struct Place {
        VolumeId volume;
        int slice;
        LabelId label;
        QString name;
    };

    void mark(const Place& place) {
        workspace_.project()->edit(
            {.name = tr("Support %1 on slice %2").arg(place.name).arg(place.slice).toStdString(), .tool = "support"},
            [&](project::ProjectWriter& writer) {
                project::markSupport(writer, store(), place.volume, place.slice, place.label);
            });
        workspace_.notices().tell(tr("Slice %1 is a support of %2 now").arg(place.slice).arg(place.name));
    }

    void removeSupport(const project::Support& support, const Place& place) {
        workspace_.project()->edit(
            {.name = tr("No support %1 on slice %2").arg(place.name).arg(place.slice).toStdString(), .tool = "support"},
            [&](project::ProjectWriter& writer) { writer.removeSupport(support.id); });
        workspace_.notices().tell(tr("Slice %1 is no longer a support of %2").arg(place.slice).arg(place.name));
    }

    void ask(const Place& place, const project::SupportDoubts& doubts) {
        QStringList why;
        if (doubts.drawn == 0) why.append(tr("Nothing of it is drawn there."));
        if (doubts.proposed > 0) why.append(tr("%n pixel(s) are only proposed.", nullptr, int(doubts.proposed)));
        if (doubts.accepted) why.append(tr("It was accepted from proposals and not corrected."));
        if (doubts.locked) why.append(tr("A label on the slice is locked."));
        auto* box = new QMessageBox(QMessageBox::Question, tr("Slice as support"),
                                    tr("Is %1 drawn completely on slice %2?").arg(place.name).arg(place.slice),
                                    QMessageBox::NoButton, viewer_.QWidget::window());
        box->setObjectName("supportQuestion");
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setInformativeText(why.join(" ") + " " +
                                tr("The model takes everything else on a support for something else."));
        auto* first = box->addButton(tr("&Use it as it is"), QMessageBox::AcceptRole);
        QPushButton* accepting = nullptr;
        if (doubts.proposed > 0 && !doubts.locked)
            accepting = box->addButton(tr("&Accept the proposal and use it"), QMessageBox::AcceptRole);
        box->addButton(QMessageBox::Cancel);
        box->setDefaultButton(accepting != nullptr && doubts.drawn == 0 ? accepting : first);
        QObject::connect(
            box, &QMessageBox::buttonClicked, &viewer_, [this, first, accepting, place](QAbstractButton* clicked) {
                if (!ready()) return;
                workspace_.notices().guard([&] {
                    if (clicked == accepting && accepting != nullptr)
                        accept(workspace_,
                               {.volumes = {place.volume}, .labels = {place.label}, .slices = {place.slice}});
                    if (clicked == first || clicked == accepting) mark(place);
                });
            });
        box->open();
    }
};

}  // namespace

void addSupportCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer) {
    new SupportCommands(commands, workspace, viewer);
}

}  // namespace protolabel::ui
