#include "ui/panels/compare_panel.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMimeData>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/commands/commands.h"
#include "ui/models/agreement_model.h"
#include "ui/models/disagreement_model.h"
#include "ui/panels/panel_parts.h"
#include "ui/panels/tables.h"
#include "ui/session/comparison.h"
#include "ui/session/error_text.h"
#include "ui/session/map_colors.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static QToolButton* buttonOf(Commands& commands, const QString& id) {
    return textButton(commands.action(id), id + "Button");
}

ComparePanel::ComparePanel(Workspace& workspace, Commands& commands, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      agreement_(new AgreementModel(this)),
      disagreements_(new DisagreementModel(workspace, this)),
      name_(new QLabel),
      note_(new QLabel),
      legend_(new QLabel),
      skipped_(new QLabel),
      listTitle_(new QLabel),
      opacity_(new QSlider(Qt::Horizontal)),
      which_(new QComboBox),
      smallest_(new QSpinBox),
      figures_(makeTable(*agreement_, "agreementTable", tr("Agreement by label"))),
      list_(makeTable(*disagreements_, "disagreementTable", tr("Disagreements"))),
      content_(new QWidget) {
    setObjectName("compare");
    setWindowTitle(tr("Compare"));
    setAcceptDrops(true);
    name_->setObjectName("compareName");
    note_->setObjectName("compareNote");
    note_->setWordWrap(true);
    legend_->setObjectName("compareLegend");
    legend_->setWordWrap(true);
    skipped_->setObjectName("compareSkipped");
    listTitle_->setObjectName("disagreementTitle");
    list_->setSelectionMode(QAbstractItemView::SingleSelection);
    for (auto* table : {figures_, list_}) {
        table->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        table->header()->setStretchLastSection(false);
    }
    list_->header()->setSectionResizeMode(DisagreementModel::Mine, QHeaderView::Stretch);
    list_->header()->setSectionResizeMode(DisagreementModel::Theirs, QHeaderView::Stretch);
    figures_->header()->setSectionResizeMode(AgreementModel::Label, QHeaderView::Stretch);
    figures_->setMinimumSize(0, fontMetrics().height() * 7);
    list_->setMinimumSize(0, fontMetrics().height() * 6);
    for (auto* label : {name_, skipped_, listTitle_})
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);

    auto* inside = new QWidget;
    auto* layout = new QVBoxLayout(inside);
    layout->setContentsMargins(6, 4, 6, 6);
    layout->setSpacing(4);
    layout->addLayout(makeHead(commands));
    layout->addWidget(note_);
    auto* content = new QVBoxLayout(content_);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(4);
    content->addLayout(makeLayer(commands));
    content->addWidget(legend_);
    content->addLayout(makeTitle(commands));
    content->addWidget(figures_, 1);
    content->addWidget(skipped_);
    content->addLayout(makeListTitle());
    content->addWidget(makeButtons(commands));
    content->addWidget(list_, 2);
    layout->addWidget(content_, 1);
    layout->addStretch();
    fillScrolled(*this, inside);
    setFocusProxy(list_);

    auto& comparison = workspace.comparison();
    connect(&comparison, &Comparison::opened, this, [this] {
        showProject();
        if (allVolumes()) workspace_.comparison().measureAll();
    });
    connect(&comparison, &Comparison::layerChanged, this, &ComparePanel::showProject);
    connect(&comparison, &Comparison::changed, this, &ComparePanel::showFigures);
    connect(&comparison, &Comparison::selected, this, &ComparePanel::showCurrent);
    connect(&workspace.maps(), &Maps::changed, this, &ComparePanel::showLegend);
    connect(&workspace, &Workspace::shownChanged, this, &ComparePanel::showProject);
    connect(list_, &QTreeView::clicked, this,
            [this](const QModelIndex& index) { workspace_.comparison().select(index.row()); });
    connect(list_, &QTreeView::activated, this,
            [this](const QModelIndex& index) { workspace_.comparison().select(index.row()); });
    showProject();
    showFigures();
    showLegend();
}

QLayout* ComparePanel::makeHead(Commands& commands) {
    auto* row = new QHBoxLayout;
    row->addWidget(name_, 1);
    row->addWidget(buttonOf(commands, "compare.open"));
    row->addWidget(buttonOf(commands, "compare.close"));
    return row;
}

QLayout* ComparePanel::makeLayer(Commands& commands) {
    auto& comparison = workspace_.comparison();
    opacity_->setObjectName("compareOpacity");
    opacity_->setAccessibleName(tr("Opacity of the outlines"));
    opacity_->setToolTip(tr("Opacity of the outlines"));
    opacity_->setRange(10, 100);
    opacity_->setValue(qRound(100 * comparison.opacity()));
    connect(opacity_, &QSlider::valueChanged, this,
            [&comparison](int percent) { comparison.setOpacity(percent / 100.); });
    auto* row = new QHBoxLayout;
    row->setSpacing(3);
    row->addWidget(buttonOf(commands, "compare.outlines"));
    row->addWidget(opacity_, 1);
    row->addWidget(buttonOf(commands, "compare.map"));
    return row;
}

QLayout* ComparePanel::makeTitle(Commands& commands) {
    which_->setObjectName("compareWhich");
    which_->setAccessibleName(tr("Which volumes"));
    which_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    which_->addItem(tr("This volume"));
    which_->addItem(tr("All volumes"));
    connect(which_, &QComboBox::currentIndexChanged, this, [this] {
        if (allVolumes()) workspace_.comparison().measureAll();
        showFigures();
    });
    auto* row = new QHBoxLayout;
    row->addWidget(which_, 1);
    row->addWidget(buttonOf(commands, "compare.consensus"));
    return row;
}

QLayout* ComparePanel::makeListTitle() {
    smallest_->setObjectName("compareSmallest");
    smallest_->setRange(1, 99'999);
    smallest_->setValue(workspace_.comparison().smallest());
    smallest_->setToolTip(tr("Smaller disagreements are not listed"));
    smallest_->setSuffix(" " + tr("voxels"));
    auto* title = new QLabel(tr("&From"));
    title->setBuddy(smallest_);
    connect(smallest_, &QSpinBox::valueChanged, this,
            [this](int voxels) { workspace_.comparison().setSmallest(voxels); });
    auto* row = new QHBoxLayout;
    row->addWidget(listTitle_, 1);
    row->addWidget(title);
    row->addWidget(smallest_);
    return row;
}

QWidget* ComparePanel::makeButtons(Commands& commands) {
    auto* widget = new QWidget;
    auto* grid = new QGridLayout(widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(3);
    const auto add = [&](const char* id, int row, int column) {
        auto* button = buttonOf(commands, id);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        grid->addWidget(button, row, column);
    };
    add("compare.previous", 0, 0);
    add("compare.mine", 0, 1);
    add("compare.theirs", 0, 2);
    add("compare.next", 1, 0);
    add("compare.background", 1, 1);
    add("compare.label", 1, 2);
    for (int column = 0; column < 3; ++column) grid->setColumnStretch(column, 1);
    return widget;
}

bool ComparePanel::allVolumes() const {
    return which_->currentIndex() == 1;
}

void ComparePanel::showProject() {
    const auto& comparison = workspace_.comparison();
    const bool open = comparison.isOpen();
    name_->setText(open ? tr("With %1").arg(comparison.name()) : tr("With nobody yet"));
    name_->setToolTip(open ? QString::fromStdString(comparison.file().string()) : QString());
    QStringList notes;
    if (!open)
        notes.append(tr("Open a colleague's project of the same volumes, or drop it here. It is only read."));
    else if (!comparison.hasVolume() && workspace_.shown() != nullptr && workspace_.shown()->record() != nullptr)
        notes.append(tr("%1 does not have this volume.").arg(comparison.name()));
    QStringList remarks;
    for (const auto& note : comparison.notes()) remarks.append(errorText(note));
    if (!remarks.isEmpty()) notes.append(tr("%n remark(s): point here", nullptr, static_cast<int>(remarks.size())));
    note_->setText(notes.join(" "));
    note_->setToolTip(remarks.join("\n"));
    note_->setVisible(!notes.isEmpty());
    content_->setVisible(open);
}

void ComparePanel::showLegend() {
    legend_->setVisible(workspace_.maps().kind() == MapKind::Disagreement);
    if (legend_->isHidden()) return;
    const auto entry = [](const labels::Color& color, const QString& text) {
        return QString("<span style='color:%1'>&#9632;</span> %2")
            .arg(QColor(color.red, color.green, color.blue).name(), text.toHtmlEscaped());
    };
    legend_->setText(QStringList{entry(DisagreementColors::first, tr("only here")),
                                 entry(DisagreementColors::second, tr("only %1").arg(workspace_.comparison().name())),
                                 entry(DisagreementColors::both, tr("another label"))}
                         .join("&nbsp;&nbsp; "));
}

void ComparePanel::showFigures() {
    const auto& comparison = workspace_.comparison();
    if (allVolumes())
        agreement_->show(comparison.summary());
    else
        agreement_->show(comparison.rows());
    QStringList skipped, where;
    for (const auto& one : allVolumes() ? comparison.skippedOnAll() : comparison.skipped()) {
        skipped.append(tr("%1 skipped %n slice(s), counted as empty", nullptr, one.total())
                           .arg(QString::fromStdString(one.project)));
        where.append(errorText(one.note()));
    }
    skipped_->setText(skipped.join("\n"));
    skipped_->setToolTip(where.join("\n"));
    skipped_->setVisible(!skipped.isEmpty());
    const auto listed = static_cast<int>(comparison.disagreements().size());
    QString title = comparison.measured() ? tr("%n disagreement(s)", nullptr, listed) : tr("Measuring...");
    if (!comparison.hasVolume()) title.clear();
    listTitle_->setText(title);
    const int hidden = comparison.hidden();
    listTitle_->setToolTip(hidden > 0 ? tr("%n smaller one(s) not listed", nullptr, hidden) : QString());
    showCurrent();
}

void ComparePanel::showCurrent() {
    const int current = workspace_.comparison().current();
    if (current < 0) return list_->selectionModel()->clear();
    list_->setCurrentIndex(disagreements_->index(current, 0));
    list_->scrollTo(list_->currentIndex());
}

void ComparePanel::showEvent(QShowEvent* event) {
    workspace_.comparison().setWatched(true);
    QWidget::showEvent(event);
}

void ComparePanel::hideEvent(QHideEvent* event) {
    workspace_.comparison().setWatched(false);
    QWidget::hideEvent(event);
}

static QString projectIn(const QMimeData& data) {
    for (const QUrl& url : data.urls())
        if (url.isLocalFile() && url.toLocalFile().endsWith(".plb", Qt::CaseInsensitive)) return url.toLocalFile();
    return {};
}

void ComparePanel::dragEnterEvent(QDragEnterEvent* event) {
    if (workspace_.project() != nullptr && !projectIn(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void ComparePanel::dropEvent(QDropEvent* event) {
    event->acceptProposedAction();
    workspace_.notices().guard([&] { workspace_.comparison().open(projectIn(*event->mimeData()).toStdString()); });
}

}  // namespace protolabel::ui
