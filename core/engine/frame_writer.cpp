#include "core/engine/frame_writer.h"

#include "core/engine/frame.h"

namespace protolabel::engine {

void FrameWriter::write(const nlohmann::json& message) {
    const Bytes frame = encodeFrame(message);
    const std::lock_guard lock(mutex_);
    if (broken_) return;
    if (std::fwrite(frame.data(), 1, frame.size(), out_) != frame.size() || std::fflush(out_) != 0) broken_ = true;
}

}  // namespace protolabel::engine
