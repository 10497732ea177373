#pragma once

#include <QWidget>
#include <functional>
#include <set>
#include <vector>

#include "ui/session/editor.h"

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QSlider;

namespace protolabel::ui {

class Commands;

/// How the chosen tool draws; only what it uses is shown. Its size is that of the tool with the most options, whatever tool is chosen.
class DrawPanel : public QWidget {
    Q_OBJECT

public:
    explicit DrawPanel(Workspace& workspace, Commands& commands, QWidget* parent = nullptr);

    QSize sizeHint() const override { return fullest_; }
    QSize minimumSizeHint() const override { return {fullest_.width(), fullest_.height() / 3}; }

private:
    using Settings = viewer::DrawSettings;
    using Tools = std::set<ToolKind>;

    void addTip();
    void addRange();
    void addRules();
    /// A field that shows a setting and changes it; `shown`: whether the other settings leave it a meaning.
    void addRow(const QString& name, const QString& label, QWidget* field, const Tools& tools,
                std::function<void(const Settings&)> show, std::function<bool(const Settings&)> shown = {});
    void addCheck(const QString& name, const QString& text, const QString& help, const Tools& tools,
                  bool Settings::*setting);
    void addChoice(const QString& name, const QString& label, const QStringList& choices, const Tools& tools,
                   std::function<int(const Settings&)> get, std::function<void(Settings&, int)> set);
    QDoubleSpinBox* number(const QString& name, const QString& spoken, double low, double high, int decimals,
                           std::function<void(Settings&, double)> set);

    void change(const std::function<void(Settings&)>& change);
    void listLabels();
    void showSettings();
    void showRows(ToolKind tool);
    /// A ball is measured in mm: in voxels it would reach through thick slices unseen. It keeps its size on the slice.
    void reach(Settings& settings, bool ball);

    struct Row {
        QWidget* field;
        Tools tools;
        std::function<void(const Settings&)> show;
        std::function<bool(const Settings&)> shown;
    };

    Workspace& workspace_;
    Editor& editor_;
    QWidget* content_;
    QFormLayout* form_;
    QLabel* none_;
    QComboBox* over_ = nullptr;
    std::vector<Row> rows_;
    QSize fullest_;
    bool showing_ = false;  ///< fields are being set, not used
};

}  // namespace protolabel::ui
