#pragma once

#include <QImage>
#include <QObject>
#include <map>
#include <memory>
#include <string>

#include "core/project/records.h"

namespace protolabel::ui {

class Jobs;

/// Small pictures of volumes: those seen before at once from the user's cache, others made in one job that takes the latest wish first. UI thread.
class ThumbnailMaker : public QObject {
    Q_OBJECT

public:
    explicit ThumbnailMaker(Jobs& jobs, QObject* parent = nullptr);

    /// The picture, or a null one, which is wished for then; `made` tells when it is there.
    QImage picture(const project::VolumeRecord& record);
    void forgetWishes();

signals:
    void made(protolabel::VolumeId volume);

private:
    void start();
    void collect();

    Jobs& jobs_;
    int job_ = 0;
    bool startPosted_ = false;
    struct Shared;
    std::shared_ptr<Shared> shared_;
    std::map<std::string, QImage> pictures_;  ///< by content; null: wished for, or cannot be made
};

}  // namespace protolabel::ui
