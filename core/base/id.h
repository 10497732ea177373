#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace protolabel {

/// A database id that cannot be mistaken for another kind of id. 0 = none.
template <class Tag>
struct Id {
    std::int64_t value = 0;
    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

using VolumeId = Id<struct VolumeTag>;
using SupportId = Id<struct SupportTag>;
using EditId = Id<struct EditTag>;
using CommentId = Id<struct CommentTag>;

/// A class: 1..65535; 0 is background.
using LabelId = Id<struct LabelTag>;

}  // namespace protolabel

template <class Tag>
struct std::hash<protolabel::Id<Tag>> {
    std::size_t operator()(const protolabel::Id<Tag>& id) const noexcept { return std::hash<std::int64_t>()(id.value); }
};
