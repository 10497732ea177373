#include "ui/panels/volumes_panel.h"

#include <QActionGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

#include "ui/models/volume_filter.h"
#include "ui/models/volume_list_model.h"
#include "ui/panels/frame_bar.h"
#include "ui/panels/volume_delegate.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

VolumesPanel::VolumesPanel(Workspace& workspace, Commands&, QWidget* parent)
    : QWidget(parent),
      workspace_(workspace),
      model_(new VolumeListModel(workspace, this)),
      filter_(new VolumeFilter(this)),
      view_(new QListView),
      count_(new QLabel) {
    setObjectName("volumes");
    setWindowTitle(tr("Volumes"));
    makeView();
    makeActions();
    count_->setObjectName("volumesCount");
    count_->setContentsMargins(6, 0, 6, 4);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(3);
    layout->addLayout(makeFilters());
    layout->addWidget(view_);
    layout->addWidget(new FrameBar(workspace, this));
    layout->addWidget(count_);
    setFocusProxy(view_);

    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(filter_, signal, this, &VolumesPanel::showCount);
    connect(model_, &VolumeListModel::statesChanged, this, [this] {
        showCount();
        showActions();
    });
    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, &VolumesPanel::showActions);
    connect(&workspace, &Workspace::shownChanged, this, &VolumesPanel::showShown);
    showCount();
    showShown();
    showActions();
}

void VolumesPanel::makeView() {
    filter_->setSourceModel(model_);
    view_->setObjectName("volumesList");
    view_->setAccessibleName(tr("Volumes"));
    view_->setModel(filter_);
    view_->setItemDelegate(new VolumeDelegate(this));
    view_->setUniformItemSizes(true);
    view_->setAlternatingRowColors(true);
    view_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view_->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(view_, &QListView::activated, this, &VolumesPanel::showCurrent);
    connect(view_, &QListView::clicked, this, &VolumesPanel::showCurrent);
}

QLayout* VolumesPanel::makeFilters() {
    auto* text = new QLineEdit;
    text->setObjectName("volumesFilter");
    text->setAccessibleName(tr("Words in the name"));
    text->setPlaceholderText(tr("Filter"));
    text->setClearButtonEnabled(true);
    connect(text, &QLineEdit::textChanged, filter_, &VolumeFilter::setText);
    const auto toList = [this] {
        if (!view_->currentIndex().isValid()) view_->setCurrentIndex(filter_->index(0, 0));
        view_->setFocus();
    };
    auto* down = new QAction(text);
    down->setShortcut(Qt::Key_Down);
    down->setShortcutContext(Qt::WidgetShortcut);
    text->addAction(down);
    connect(down, &QAction::triggered, this, toList);
    connect(text, &QLineEdit::returnPressed, this, [this, toList] {
        toList();
        showCurrent();
    });

    using Which = VolumeFilter::Which;
    auto* which = new QComboBox;
    which->setObjectName("volumesWhich");
    which->setAccessibleName(tr("Which volumes"));
    for (const auto& [value, title] : {std::pair{Which::All, tr("All")},
                                       {Which::Untouched, tr("Untouched")},
                                       {Which::InWork, tr("In work")},
                                       {Which::Complete, tr("Complete")},
                                       {Which::ToReview, tr("To review")},
                                       {Which::Flagged, tr("Flagged")},
                                       {Which::Missing, tr("Missing file")}})
        which->addItem(title, static_cast<int>(value));
    connect(which, &QComboBox::currentIndexChanged, this,
            [this, which] { filter_->setWhich(static_cast<Which>(which->currentData().toInt())); });

    using Order = VolumeFilter::Order;
    auto* order = new QComboBox;
    order->setObjectName("volumesOrder");
    order->setAccessibleName(tr("Order of the volumes"));
    for (const auto& [value, title] :
         {std::pair{Order::Name, tr("By name")}, {Order::State, tr("By state")}, {Order::Progress, tr("By progress")}})
        order->addItem(title, static_cast<int>(value));
    connect(order, &QComboBox::currentIndexChanged, this,
            [this, order] { filter_->setOrder(static_cast<Order>(order->currentData().toInt())); });

    auto* choices = new QHBoxLayout;
    choices->addWidget(which, 1);
    choices->addWidget(order, 1);
    auto* filters = new QVBoxLayout;
    filters->setContentsMargins(4, 4, 4, 0);
    filters->setSpacing(3);
    filters->addWidget(text);
    filters->addLayout(choices);
    return filters;
}

VolumeId VolumesPanel::current() const {
    return model_->idAt(filter_->mapToSource(view_->currentIndex()).row());
}

void VolumesPanel::showCurrent() {
    if (const VolumeId id = current(); id && id != workspace_.shown()->id()) workspace_.shown()->show(id);
}

void VolumesPanel::showShown() {
    const VolumeId shown = workspace_.shown() != nullptr ? workspace_.shown()->id() : VolumeId{};
    const int row = model_->rowOf(shown);
    if (row >= 0) view_->setCurrentIndex(filter_->mapFromSource(model_->index(row, 0)));
    showActions();
}

void VolumesPanel::showCount() {
    const int all = model_->rowCount();
    const int listed = filter_->rowCount();
    int complete = 0;
    for (int row = 0; row < all; ++row) complete += model_->rowAt(row).complete ? 1 : 0;
    QString text =
        listed == all ? tr("%n volume(s)", nullptr, all) : tr("%1 of %n volume(s)", nullptr, all).arg(listed);
    if (complete > 0) text += ", " + tr("%n complete", nullptr, complete);
    count_->setText(text);
}

}  // namespace protolabel::ui
