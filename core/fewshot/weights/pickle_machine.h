#pragma once

#include "core/fewshot/weights/pickle.h"

namespace protolabel::fewshot::weights {

/// Throws Error "weights.unsafe".
[[noreturn]] void refuse(const std::string& what, std::size_t offset);

/// The allowed global "module.name" as a value; throws Error "weights.unsafe".
Value globalNamed(const std::string& module, const std::string& name, std::size_t offset);

/// What calling `callable` gives: a value that was there, or a new one. It copies nothing of any size, so that a short file stays small in memory.
/// Throws Error "weights.damaged" for arguments that it does not take.
ValueId call(Pickle& pickle, Callable callable, const Sequence& arguments, std::size_t offset);

/// The storage that a persistent id names.
StorageReference storageFrom(const Pickle& pickle, ValueId persistentId, std::size_t offset);

}  // namespace protolabel::fewshot::weights
