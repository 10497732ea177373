#pragma once

#include <QLayout>
#include <memory>
#include <vector>

namespace protolabel::ui {

/// Widgets side by side like words: what does not fit into the width goes on the next line. Each has its preferred size.
class FlowLayout : public QLayout {
public:
    explicit FlowLayout(QWidget* parent = nullptr);

    void addItem(QLayoutItem* item) override;  ///< takes ownership
    int count() const override;
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    QSize sizeHint() const override;     ///< on one line
    QSize minimumSize() const override;  ///< of the widest widget
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    void setGeometry(const QRect& rect) override;

private:
    int arrange(const QRect& whole, bool apply) const;  ///< the height that is needed

    std::vector<std::unique_ptr<QLayoutItem>> items_;
};

}  // namespace protolabel::ui
