#include "ui/panels/training_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>
#include <algorithm>
#include <set>

#include "core/engine/catalog.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/model_library.h"
#include "ui/panels/model_items.h"
#include "ui/panels/wheel_guard.h"
#include "ui/session/workspace.h"

namespace protolabel::ui {

static const char* const kOtherFile = "?";  // of initial_: asks for a file
static constexpr double kLabelShare = 0.5;  // where labels are learned from: every second step
static constexpr int kMinutes = 10, kIterations = 1000;

TrainingFields::TrainingFields(Workspace& workspace, QWidget* parent) : QWidget(parent), workspace_(workspace) {
    addRows();
    connect(&workspace, &Workspace::projectChanged, this, &TrainingFields::followProject);
    connect(&workspace, &Workspace::edited, this, [this](const project::Changes& changes) {
        if (changes.models) showModels();
        if (changes.volumes) showVolumes();
    });
    connect(&workspace.engineMonitor(), &EngineMonitor::changed, this, &TrainingFields::showDevices);
    followProject();
    showDevices();
}

static QComboBox* choice(const char* name, const std::vector<std::pair<QString, QString>>& items) {
    auto* made = new QComboBox;
    made->setObjectName(name);
    made->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const auto& [text, data] : items) made->addItem(text, data);
    return made;
}

template <class Info>
static void addTitles(QComboBox& box, const std::vector<Info>& all) {
    for (const auto& info : all) box.addItem(QString::fromStdString(info.title), QString::fromStdString(info.name));
}

void TrainingFields::addRows() {
    method_ = choice("trainingMethod", {});
    addTitles(*method_, engine::methods());
    encoder_ = choice("trainingEncoder", {{tr("What suits the machine"), ""}});
    addTitles(*encoder_, engine::encoders());
    initial_ = choice("trainingInitial", {});
    data_ = choice("trainingData", {{tr("All volumes"), "all"}, {tr("Chosen volumes"), "chosen"}});
    volumes_ = new QListWidget;
    volumes_->setObjectName("trainingVolumes");
    volumes_->setAccessibleName(tr("Volumes to learn from"));
    volumes_->setMaximumHeight(110);
    volumes_->hide();
    labels_ = new QCheckBox(tr("Learn from &finished labels too"));
    labels_->setObjectName("trainingLabels");
    labels_->setToolTip(
        tr("Every second step is about a label as it is drawn or accepted, on all slices that are not flagged; the "
           "others are about supervoxels, which need no labels"));
    supervoxels_ = new QCheckBox(tr("Sho&w supervoxels"));
    supervoxels_->setObjectName("trainingSupervoxels");
    supervoxels_->setToolTip(tr("What training takes for objects, in colours over the slice in view"));
    connect(supervoxels_, &QCheckBox::clicked, this,
            [this](bool on) { workspace_.maps().setKind(on ? MapKind::Supervoxels : MapKind::None); });
    connect(&workspace_.maps(), &Maps::changed, this,
            [this] { supervoxels_->setChecked(workspace_.maps().kind() == MapKind::Supervoxels); });
    device_ = choice("trainingDevice", {{tr("The fastest"), "auto"}});
    budget_ = new QSpinBox;
    budget_->setObjectName("trainingBudget");
    budget_->setRange(1, 1000000);
    budget_->setValue(kMinutes);
    unit_ = choice("trainingUnit", {{tr("minutes"), "minutes"}, {tr("iterations"), "iterations"}});
    unit_->setAccessibleName(tr("Unit of the budget"));
    for (QWidget* field : std::initializer_list<QWidget*>{method_, encoder_, initial_, data_, device_, budget_, unit_})
        WheelGuard::protect(*field);
    auto* budget = new QHBoxLayout;
    budget->addWidget(budget_);
    budget->addWidget(unit_, 1);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Method"), method_);
    form->addRow(tr("&Encoder"), encoder_);
    form->addRow(tr("Start fr&om"), initial_);
    form->addRow(tr("&Volumes"), data_);
    form->addRow(volumes_);
    form->addRow(labels_);
    form->addRow(supervoxels_);
    form->addRow(tr("&Device"), device_);
    auto* budgetLabel = new QLabel(tr("&Budget"));
    budgetLabel->setBuddy(budget_);
    form->addRow(budgetLabel, budget);
    connect(unit_, &QComboBox::activated, this,
            [this](int unit) { budget_->setValue(unit == 0 ? kMinutes : kIterations); });
    connect(data_, &QComboBox::currentIndexChanged, volumes_, &QWidget::setVisible);
    connect(initial_, &QComboBox::activated, this, [this] {
        if (initial_->currentData().toString() == kOtherFile) chooseFile();
    });
}

void TrainingFields::followProject() {
    volumes_->clear();
    showModels();
    showVolumes();
}

void TrainingFields::showModels() {
    const QVariant before = initial_->currentData();
    initial_->clear();
    initial_->addItem(tr("What suits the encoder"), "");
    initial_->addItem(tr("The model of the program"), workflow::kEmbeddedModel);
    initial_->addItem(tr("Nothing"), "none");
    addModels(*initial_, workspace_, [this](const project::ModelRecord& model) {
        return QString::fromStdString(workflow::modelFile(workspace_.project()->store(), model.hash).string());
    });
    for (const auto& file : files_) initial_->addItem(QFileInfo(file).fileName(), file);
    initial_->addItem(tr("A file..."), kOtherFile);
    initial_->setCurrentIndex(std::max(initial_->findData(before), 0));
}

void TrainingFields::showVolumes() {
    std::set<qlonglong> left;  // those that are not to be learned from stay so
    for (int row = 0; row < volumes_->count(); ++row)
        if (const auto* item = volumes_->item(row); item->checkState() == Qt::Unchecked)
            left.insert(item->data(Qt::UserRole).toLongLong());
    volumes_->clear();
    if (auto* project = workspace_.project())
        for (const auto& volume : project->volumes()) {
            auto* item = new QListWidgetItem(QString::fromStdString(volume.name), volumes_);
            item->setData(Qt::UserRole, qlonglong(volume.id.value));
            item->setCheckState(left.count(volume.id.value) != 0 ? Qt::Unchecked : Qt::Checked);
        }
}

void TrainingFields::showDevices() {
    const auto& hello = workspace_.engineMonitor().hello();
    if (!hello) return;
    const QVariant before = device_->currentData();
    while (device_->count() > 1) device_->removeItem(1);
    for (const auto& device : hello->devices)
        device_->addItem(QString::fromStdString(device.name) + " (" + QString::fromStdString(device.id) + ")",
                         QString::fromStdString(device.id));
    device_->setCurrentIndex(std::max(device_->findData(before), 0));
}

void TrainingFields::chooseFile() {
    initial_->setCurrentIndex(0);
    auto* dialog = new QFileDialog(this, tr("Weights to start from"), {},
                                   tr("Weights (*.safetensors *.pth *.pt *.bin);;All files (*)"));
    dialog->setObjectName("trainingFileDialog");
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        if (!files_.contains(file)) files_.append(file);
        showModels();
        initial_->setCurrentIndex(initial_->findData(file));
    });
    dialog->open();
}

std::string TrainingFields::device() const {
    return device_->currentData().toString().toStdString();
}

static std::vector<std::string> ticked(const QListWidget& list) {
    std::vector<std::string> names;
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->checkState() == Qt::Checked) names.push_back(list.item(row)->text().toStdString());
    return names;
}

bool TrainingFields::complete() const {
    return data_->currentData().toString() != "chosen" || !ticked(*volumes_).empty();
}

workflow::TrainOptions TrainingFields::options() const {
    workflow::TrainOptions options;
    options.method = method_->currentData().toString().toStdString();
    if (const auto encoder = encoder_->currentData().toString(); !encoder.isEmpty())
        options.encoder = encoder.toStdString();
    options.initial = initial_->currentData().toString().toStdString();
    options.device = device();
    options.labelShare = labels_->isChecked() ? kLabelShare : 0;
    if (data_->currentData().toString() == "chosen") options.volumes = ticked(*volumes_);
    if (unit_->currentData().toString() == "iterations")
        options.iterations = budget_->value();
    else
        options.seconds = 60.0 * budget_->value();
    return options;
}

}  // namespace protolabel::ui
