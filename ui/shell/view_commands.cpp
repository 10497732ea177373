#include "ui/shell/view_commands.h"

#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>

#include "ui/commands/commands.h"
#include "ui/session/workspace.h"
#include "viewer/widgets/viewer_widget.h"

namespace protolabel::ui {

namespace {

using viewer::Command;
using viewer::ViewLayout;

const char* const kLayout = "window/views";

class ViewCommands {
    Q_DECLARE_TR_FUNCTIONS(ViewCommands)

public:
    ViewCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer)
        : commands_(commands), workspace_(workspace), viewer_(viewer) {}

    void add() {
        view("view.next_slice", tr("Next slice"), tr("One slice up"), Command::NextSlice, {Qt::Key_Up});
        view("view.previous_slice", tr("Previous slice"), tr("One slice down"), Command::PreviousSlice, {Qt::Key_Down});
        view("view.next_ten", tr("Ten slices on"), tr("Ten slices up"), Command::NextTenSlices, {Qt::Key_PageUp});
        view("view.previous_ten", tr("Ten slices back"), tr("Ten slices down"), Command::PreviousTenSlices,
             {Qt::Key_PageDown});
        view("view.first_slice", tr("First slice"), tr("The lowest slice of the active view"), Command::FirstSlice,
             {Qt::Key_Home});
        view("view.last_slice", tr("Last slice"), tr("The highest slice of the active view"), Command::LastSlice,
             {Qt::Key_End});
        view("view.fit", tr("&Fit to the views"), tr("The whole slice in each view"), Command::Fit,
             {Qt::CTRL | Qt::Key_F, Qt::Key_R});
        view("view.auto_window", tr("&Automatic window"), tr("Grey values from the image's own distribution"),
             Command::AutomaticWindow, {Qt::CTRL | Qt::Key_J});
        view("view.less_opacity", tr("Labels more transparent"), tr("Less opacity of the labels"), Command::LessOpacity,
             {Qt::Key_A});
        view("view.more_opacity", tr("Labels more opaque"), tr("More opacity of the labels"), Command::MoreOpacity,
             {Qt::Key_D});
        addToggles();
        addLayouts();
        addScreenshots();
        viewer_.setKeyBindings({{Command::HideOverlay, Qt::Key_S}});
    }

private:
    void view(const QString& id, const QString& text, const QString& help, Command command,
              const QList<QKeySequence>& keys) {
        commands_.add({id, tr("View"), text, help, keys, Scope::Views}, [this, command] { viewer_.run(command); });
    }

    void addToggles() {
        QAction* outline = commands_.addToggle({"view.outline",
                                                tr("View"),
                                                tr("&Outlines only"),
                                                tr("Labels as outlines, or filled"),
                                                {Qt::Key_O},
                                                Scope::Views},
                                               [this](bool) { viewer_.run(Command::ToggleOutline); });
        QAction* labels = commands_.addToggle({"view.labels", tr("View"), tr("Show &labels"),
                                               tr("Show or hide all labels; hold S to hide them for a moment")},
                                              [this](bool) { viewer_.run(Command::HideOverlay); });
        const auto show = [this, outline, labels] {
            outline->setChecked(viewer_.overlay().outlined);
            labels->setChecked(viewer_.overlay().shown);
        };
        QObject::connect(&viewer_, &viewer::ViewerWidget::overlayChanged, outline, show);
        show();
        QAction* proposals = commands_.addToggle(
            {"view.proposals", tr("View"), tr("Show &proposals"), tr("Show or hide what the model proposes")},
            [this](bool on) { viewer_.setLayerShown(viewer::Layer::Proposals, on); });
        proposals->setChecked(true);
        QAction* crosshair = commands_.addToggle({"view.crosshair",
                                                  tr("View"),
                                                  tr("Show &crosshair"),
                                                  tr("The common position in every view"),
                                                  {Qt::Key_H},
                                                  Scope::Views},
                                                 [this](bool on) { viewer_.setCrosshairShown(on); });
        crosshair->setChecked(true);
        QAction* smooth = commands_.addToggle({"view.interpolate", tr("View"), tr("&Smooth pixels"),
                                               tr("Linear display between voxels; otherwise every voxel is seen")},
                                              [this](bool on) { workspace_.preferences().setSmoothPictures(on); });
        const auto showSmooth = [this, smooth] {
            const bool on = workspace_.preferences().smoothPictures();
            smooth->setChecked(on);
            viewer_.setInterpolation(on ? viewer::Interpolation::Linear : viewer::Interpolation::Nearest);
        };
        QObject::connect(&workspace_.preferences(), &Preferences::changed, &viewer_, [showSmooth](const QString& key) {
            if (key == Preferences::kSmoothPictures) showSmooth();
        });
        showSmooth();
    }

    void addLayouts() {
        layout("view.layout_grid", tr("&Four views"), tr("Three slices and the surfaces"), ViewLayout::Grid,
               Qt::CTRL | Qt::Key_1);
        layout("view.layout_row", tr("Side &by side"), tr("Three slices in a row"), ViewLayout::SideBySide,
               Qt::CTRL | Qt::Key_2);
        layout("view.layout_one", tr("&One large view"), tr("Only the active view"), ViewLayout::One,
               Qt::CTRL | Qt::Key_3);
        commands_.add({"view.enlarge",
                       tr("View"),
                       tr("&Enlarge the active view"),
                       tr("One large view, and back"),
                       {Qt::Key_Return, Qt::Key_Enter},
                       Scope::Views},
                      [this] {
                          viewer::KeyEvent enter;  // first to the tool: it may end what is being drawn
                          enter.key = viewer::Key::Enter;
                          if (!workspace_.editor().filter().key(enter)) viewer_.toggleEnlarged();
                      });
    }

    void layout(const QString& id, const QString& text, const QString& help, ViewLayout layout, QKeySequence key) {
        QAction* action = commands_.addToggle({id, tr("View"), text, help, {key}},
                                              [this, layout](bool) { viewer_.setViewLayout(layout); });
        const auto show = [this, action, layout] { action->setChecked(viewer_.viewLayout() == layout); };
        QObject::connect(&viewer_, &viewer::ViewerWidget::viewLayoutChanged, action, show);
        QObject::connect(action, &QAction::triggered, action, show);
        auto& preferences = workspace_.preferences();
        if (preferences.value(kLayout).toString() == id) viewer_.setViewLayout(layout);
        QObject::connect(&viewer_, &viewer::ViewerWidget::viewLayoutChanged, action, [this, &preferences, layout, id] {
            if (viewer_.viewLayout() == layout) preferences.setValue(kLayout, id);
        });
        show();
    }

    void addScreenshots() {
        commands_.add({"view.copy_picture",
                       tr("View"),
                       tr("Copy the &picture"),
                       tr("All views as they are, to the clipboard"),
                       {Qt::CTRL | Qt::SHIFT | Qt::Key_C}},
                      [this] {
                          QApplication::clipboard()->setImage(viewer_.screenshot());
                          workspace_.notices().tell(tr("The picture is on the clipboard"));
                      });
        commands_.add({"view.save_picture",
                       tr("View"),
                       tr("Sa&ve the picture..."),
                       tr("All views as they are, to a file"),
                       {Qt::CTRL | Qt::SHIFT | Qt::Key_P}},
                      [this] { savePicture(viewer_.screenshot()); });
    }

    void savePicture(const QImage& picture) {
        auto* dialog = new QFileDialog(&viewer_, tr("Save the picture"), {}, tr("Pictures (*.png *.jpg)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setDefaultSuffix("png");
        QObject::connect(dialog, &QFileDialog::fileSelected, &viewer_, [this, picture](const QString& file) {
            if (picture.save(file))
                workspace_.notices().tell(tr("Saved %1").arg(file));
            else
                workspace_.notices().post(Severity::Problem,
                                          tr("%1 cannot be written; check the folder and your rights").arg(file));
        });
        dialog->open();
    }

    Commands& commands_;
    Workspace& workspace_;
    viewer::ViewerWidget& viewer_;
};

}  // namespace

void addViewCommands(Commands& commands, Workspace& workspace, viewer::ViewerWidget& viewer) {
    // Lives as long as the commands, whose handlers use it.
    auto* all = new ViewCommands(commands, workspace, viewer);
    QObject::connect(&commands, &QObject::destroyed, [all] { delete all; });
    all->add();
}

}  // namespace protolabel::ui
