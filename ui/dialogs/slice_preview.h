#pragma once

#include <QLabel>
#include <optional>

#include "core/imaging/volume_reader.h"

namespace protolabel::ui {

class Jobs;

/// A picture of the middle slice of an image, read in the background.
class SlicePreview : public QLabel {
    Q_OBJECT

public:
    explicit SlicePreview(Jobs& jobs, QWidget* parent = nullptr);

    /// Nothing: shows none. A later call overtakes an earlier one.
    void show(const std::optional<imaging::VolumeSource>& source);

signals:
    void shown();

private:
    Jobs& jobs_;
    int job_ = 0;
};

}  // namespace protolabel::ui
