#include "ui/session/editor.h"

#include "ui/session/acceptance.h"
#include "ui/session/error_text.h"
#include "ui/session/workspace.h"
#include "viewer/tools/brush_tool.h"
#include "viewer/tools/fill_tool.h"
#include "viewer/tools/outline_tool.h"
#include "viewer/tools/pointing_tools.h"

namespace protolabel::ui {

using viewer::Message;

static const char* const kActiveLabel = "active_label";

/// The chosen tool as the viewer wants it: errors become notices.
class Editor::Filter : public viewer::EventFilter {
public:
    explicit Filter(Editor& editor) : editor_(editor) {}

    bool pointer(const viewer::PointerEvent& event) override {
        const bool busy = editor_.busy();
        const bool kept = pass([&](viewer::Tool& tool) { return tool.pointer(event); });
        if (editor_.tool() == ToolKind::Range && busy && !editor_.busy()) editor_.swapTool();
        return kept;
    }
    bool wheel(const viewer::WheelEvent& event) override {
        return pass([&](viewer::Tool& tool) { return tool.wheel(event); });
    }
    bool key(const viewer::KeyEvent& event) override {
        return pass([&](viewer::Tool& tool) { return tool.key(event); });
    }

private:
    template <class F>
    bool pass(F&& give) {
        if (auto* project = editor_.workspace_.project()) project->touch();
        bool kept = true;
        editor_.workspace_.notices().guard([&] { kept = give(editor_.current()); });
        return kept;
    }

    Editor& editor_;
};

Editor::Editor(Workspace& workspace) : workspace_(workspace), filter_(std::make_unique<Filter>(*this)) {
    viewer::ToolContext& context = *this;
    tools_[ToolKind::Navigate] = std::make_unique<viewer::NavigateTool>(context);
    tools_[ToolKind::Brush] = std::make_unique<viewer::BrushTool>(context, viewer::BrushMode::Paint);
    tools_[ToolKind::Erase] = std::make_unique<viewer::BrushTool>(context, viewer::BrushMode::Erase);
    tools_[ToolKind::Proposals] = std::make_unique<viewer::BrushTool>(context, viewer::BrushMode::Proposals);
    tools_[ToolKind::Outline] = std::make_unique<viewer::OutlineTool>(context);
    tools_[ToolKind::Fill] = std::make_unique<viewer::FillTool>(context);
    tools_[ToolKind::Window] = std::make_unique<viewer::WindowTool>(context);
    tools_[ToolKind::Pick] = std::make_unique<viewer::PickTool>(context);
    tools_[ToolKind::Range] = std::make_unique<viewer::RangeTool>(context);
    connect(&workspace, &Workspace::projectAboutToClose, this, [this] {
        settle();
        workspace_.preferences().setProjectValue(workspace_.project()->path(), kActiveLabel, qlonglong(label_.value));
    });
    connect(&workspace, &Workspace::projectChanged, this, &Editor::followProject);
    connect(&workspace, &Workspace::edited, this, &Editor::follow);
    connect(&workspace, &Workspace::shownChanged, this, [this] { current().cancel(); });
}

Editor::~Editor() = default;

void Editor::setTool(ToolKind kind) {
    if (kind == kind_) return;
    workspace_.notices().guard([&] { current().deactivate(); });
    if (kind_ != ToolKind::Range) kindBefore_ = kind_;
    kind_ = kind;
    say({});
    emit toolChanged(kind);
    emit graphicsOutdated();
}

void Editor::swapTool() {
    setTool(kindBefore_);
}

bool Editor::busy() const {
    return current().busy();
}

void Editor::settle() {
    workspace_.notices().guard([&] { current().settle(); });
}

void Editor::cancel() {
    current().cancel();
}

void Editor::stepBack() {
    if (!takeCorner()) cancel();
}

bool Editor::takeCorner() {
    viewer::KeyEvent backspace;
    backspace.key = viewer::Key::Backspace;
    return filter_->key(backspace);
}

viewer::EventFilter& Editor::filter() {
    return *filter_;
}

viewer::Graphics Editor::graphics(int axis, int slice) const {
    return current().graphics(axis, slice);
}

void Editor::chooseLabel(LabelId id) {
    if (id == label_) return;
    labelBefore_ = label_;
    label_ = id;
    emit labelChanged();
    emit graphicsOutdated();
}

void Editor::stepLabel(int by) {
    const auto& table = labelTable();
    if (table.empty()) return;
    const auto count = static_cast<int>(table.size());
    int at = by > 0 ? -1 : count;
    for (int i = 0; i < count; ++i)
        if (table[static_cast<std::size_t>(i)].id == label_) at = i;
    chooseLabel(table[static_cast<std::size_t>(((at + by) % count + count) % count)].id);
}

void Editor::swapLabel() {
    const auto* project = workspace_.project();
    if (project != nullptr && project->label(labelBefore_) != nullptr) chooseLabel(labelBefore_);
}

void Editor::setDrawing(const viewer::DrawSettings& settings) {
    settings_ = settings;
    emit drawingChanged();
    emit graphicsOutdated();
}

labels::EditRules Editor::rules() const {
    return {.labels = labelTable(),
            .over = settings_.over,
            .onlyLabel = settings_.onlyLabel,
            .range = settings_.keepToRange ? settings_.range : std::nullopt,
            .image = image()};
}

std::int64_t Editor::apply(const QString& name, const std::string& tool,
                           const std::function<void(labels::EditSession& session)>& change,
                           const labels::EditRules& rules) {
    if (const auto blocked = editingBlocked()) throw Error(blocked->code, blocked->text, blocked->args);
    auto* volume = labels();
    if (volume == nullptr) throw Error("edit.volume", "no volume is open; choose one in the list of volumes");
    settle();
    auto& shown = *workspace_.shown();
    labels::EditSession session(*volume, rules);
    try {
        {
            const auto lock = shown.lock();
            change(session);
        }
        if (session.delta().empty()) return 0;
        shown.store({.name = name.toStdString(), .tool = tool}, session.delta());
    } catch (...) {
        const auto box = session.delta().bounds();
        {
            const auto lock = shown.lock();
            session.rollback();
        }
        if (!box.empty()) shown.touched(box);
        throw;
    }
    return session.commit().voxels();
}

std::optional<Message> Editor::editingBlocked() const {
    if (workspace_.project() == nullptr) return Message{"edit.project", "no project is open", {}};
    if (workspace_.project()->readOnly())
        return Message{"edit.readonly", "this project is open for reading only; nothing can be changed", {}};
    return {};
}

labels::LabelVolume* Editor::labels() {
    return workspace_.shown() != nullptr ? workspace_.shown()->annotation() : nullptr;
}

std::unique_lock<std::shared_mutex> Editor::lockLabels() {
    return workspace_.shown()->lock();
}

labels::ScalarView Editor::image() const {
    const auto* shown = workspace_.shown();
    if (shown == nullptr || !shown->image()) return {};
    const auto image = shown->image();
    return image->visit(
        [&](const auto* voxels, std::size_t) { return labels::ScalarView(voxels, image->slope, image->intercept); });
}

const std::vector<labels::Label>& Editor::labelTable() const {
    static const std::vector<labels::Label> none;
    return workspace_.project() != nullptr ? workspace_.project()->labels() : none;
}

viewer::Window Editor::window() const {
    return workspace_.window();
}

std::vector<viewer::WindowPreset> Editor::windowPresets() const {
    return workspace_.windowPresets();
}

void Editor::labelsChanged(const labels::Box& box) {
    workspace_.shown()->touched(box);
}

void Editor::commit(const viewer::ToolEdit& edit) {
    workspace_.shown()->store(
        {.name = messageText(edit.name).toStdString(), .tool = edit.tool, .activeSeconds = edit.activeSeconds},
        edit.delta);
}

void Editor::proposalsChosen(const labels::VoxelRuns& voxels, bool accepted) {
    const auto filter = among(workspace_, voxels);
    if (accepted)
        accept(workspace_, filter);
    else
        reject(workspace_, filter);
}

void Editor::say(const std::optional<Message>& message) {
    emit said(message ? messageText(*message) : QString());
}

void Editor::followProject() {
    label_ = labelBefore_ = {};
    if (auto* project = workspace_.project()) {
        connect(workspace_.shown(), &ShownVolume::aboutToChange, this, &Editor::settle);
        if (!project->labels().empty()) label_ = project->labels().front().id;
        const auto kept = workspace_.preferences().projectValue(project->path(), kActiveLabel);
        if (const LabelId last{kept.toLongLong()}; project->label(last) != nullptr) label_ = last;
    }
    emit labelChanged();
}

void Editor::follow(const project::Changes& changes) {
    if (!changes.labels) return;
    auto* project = workspace_.project();
    if (label_ && project->label(label_) == nullptr) chooseLabel({});
    if (!label_ && !project->labels().empty()) chooseLabel(project->labels().front().id);
}

}  // namespace protolabel::ui
