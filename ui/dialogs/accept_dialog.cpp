#include "ui/dialogs/accept_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include "ui/session/acceptance.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

AcceptDialog::AcceptDialog(Workspace& workspace, int slice, QWidget* parent)
    : QDialog(parent), workspace_(workspace), volume_(workspace.shown()->id()) {
    setObjectName("acceptDialog");
    setWindowTitle(tr("Accept with choices"));
    counted_ = new QLabel;
    counted_->setObjectName("acceptCounted");
    counted_->setWordWrap(true);
    counted_->setToolTip(
        tr("Where a voxel has another label already, the proposal is not taken unless others are "
           "replaced"));
    counted_->setMinimumSize(360, 4 * fontMetrics().lineSpacing());
    counted_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Cancel);
    buttons_->addButton(tr("&Accept"), QDialogButtonBox::AcceptRole)->setObjectName("acceptNow");
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(makeFields(slice));
    layout->addWidget(counted_);
    layout->addWidget(buttons_);

    soon_.setSingleShot(true);
    soon_.setInterval(150);
    connect(&soon_, &QTimer::timeout, this, &AcceptDialog::count);
    for (auto* box : {first_, last_}) connect(box, &QSpinBox::valueChanged, &soon_, qOverload<>(&QTimer::start));
    connect(confidence_, &QDoubleSpinBox::valueChanged, &soon_, qOverload<>(&QTimer::start));
    connect(label_, &QComboBox::currentIndexChanged, &soon_, qOverload<>(&QTimer::start));
    connect(replace_, &QRadioButton::toggled, &soon_, qOverload<>(&QTimer::start));
    connect(buttons_, &QDialogButtonBox::accepted, this, &AcceptDialog::take);
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&workspace, &Workspace::projectAboutToClose, this, &QDialog::reject);
    count();
}

QWidget* AcceptDialog::makeFields(int slice) {
    auto* widget = new QWidget;
    auto* form = new QFormLayout(widget);
    form->setContentsMargins(0, 0, 0, 0);
    const auto* record = workspace_.project()->volume(volume_);
    const int last = record->geometry.size[static_cast<std::size_t>(record->sliceAxis)] - 1;
    first_ = new QSpinBox;
    last_ = new QSpinBox;
    for (auto* box : {first_, last_}) box->setRange(0, last);
    first_->setObjectName("acceptFirst");
    last_->setObjectName("acceptLast");
    first_->setValue(slice);
    last_->setValue(slice);
    auto* all = new QPushButton(tr("All s&lices"));
    all->setObjectName("acceptAllSlices");
    all->setAutoDefault(false);
    connect(all, &QPushButton::clicked, this, [this, last] {
        first_->setValue(0);
        last_->setValue(last);
    });
    auto* range = new QHBoxLayout;
    range->addWidget(first_);
    auto* to = new QLabel(tr("&to"));
    to->setBuddy(last_);
    range->addWidget(to);
    range->addWidget(last_);
    range->addWidget(all);
    range->addStretch();
    auto* from = new QLabel(tr("Slices &from"));
    from->setBuddy(first_);
    form->addRow(from, range);

    label_ = new QComboBox;
    label_->setObjectName("acceptLabel");
    label_->addItem(tr("All that are visible"), 0);
    for (const auto& label : workspace_.project()->labels())
        if (label.visible) label_->addItem(QString::fromStdString(label.name), qlonglong(label.id.value));
    form->addRow(tr("La&bels"), label_);
    confidence_ = new QDoubleSpinBox;
    confidence_->setObjectName("acceptConfidence");
    confidence_->setRange(0, 100);
    confidence_->setDecimals(0);
    confidence_->setSingleStep(5);
    confidence_->setSuffix(tr(" %"));
    form->addRow(tr("&Model at least sure by"), confidence_);
    keep_ = new QRadioButton(tr("&keep what they have"));
    keep_->setObjectName("acceptKeep");
    keep_->setChecked(true);
    replace_ = new QRadioButton(tr("are &replaced, unless their label is locked"));
    replace_->setObjectName("acceptReplace");
    replace_->setToolTip(tr("Also where the label is drawn by hand: the drawing gains what is proposed"));
    auto* choice = new QVBoxLayout;
    choice->addWidget(keep_);
    choice->addWidget(replace_);
    form->addRow(tr("Voxels of other labels"), choice);
    return widget;
}

project::AcceptFilter AcceptDialog::filter() const {
    project::AcceptFilter filter{.volumes = {volume_}, .labels = visibleLabels(workspace_)};
    if (const LabelId chosen{label_->currentData().toLongLong()}; chosen) filter.labels = {chosen};
    filter.minConfidence = confidence_->value() / 100;
    for (int slice = std::min(first_->value(), last_->value()); slice <= std::max(first_->value(), last_->value());
         ++slice)
        filter.slices.insert(slice);
    if (replace_->isChecked()) filter.others = project::Others::Replace;
    return filter;
}

void AcceptDialog::count() {
    project::AcceptOutcome outcome;
    const bool counted =
        workspace_.notices().guard([&] { outcome = project::tryAcceptance(workspace_.project()->store(), filter()); });
    QStringList lines;
    const QLocale locale;
    lines.append(outcome.slices > 0 ? tr("%n proposal(s), %1 voxels.", nullptr, int(outcome.slices))
                                          .arg(locale.toString(qlonglong(outcome.voxels)))
                                    : tr("No proposal is accepted like this."));
    if (outcome.replaced > 0)
        lines.append(tr("%n voxel(s) of other labels are replaced.", nullptr, int(outcome.replaced)));
    lines.append(staysText(workspace_, outcome));
    counted_->setText(lines.join("\n"));
    buttons_->findChild<QPushButton*>("acceptNow")->setEnabled(counted && outcome.slices > 0);
}

void AcceptDialog::take() {
    if (workspace_.notices().guard([&] { ui::accept(workspace_, filter()); })) QDialog::accept();
}

}  // namespace protolabel::ui
