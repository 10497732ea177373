#pragma once

#include <initializer_list>
#include <span>

#include "core/base/bytes.h"
#include "core/base/pending_file.h"

namespace protolabel::imaging {

/// Appends one gzip stream of all parts to the file. Throws as the file does, and std::bad_alloc. Private to the layer.
void writeGzip(PendingFile& file, std::initializer_list<std::span<const std::uint8_t>> parts);

}  // namespace protolabel::imaging
