#pragma once

#include <charconv>
#include <concepts>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "core/base/bytes.h"
#include "core/base/error.h"

/// Conversion of plain structs to and from JSON. A struct lists its keys once, for both directions, in a function
///   template <class Archive> void fields(Archive& archive, Is<Point> auto& m) { archive("x", m.x); archive("y", m.y); }
/// in its own namespace. Enums bring toString and fromString. Bytes become CBOR binary; an empty optional is left out.
namespace protolabel::engine {

template <class M, class T>
concept Is = std::same_as<std::remove_const_t<M>, T>;

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};
template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsMap : std::false_type {};
template <class K, class V>
struct IsMap<std::map<K, V>> : std::true_type {};

template <class T>
nlohmann::json write(const T& value);
/// Throws Error "engine.message" naming `path` where `json` does not hold a T.
template <class T>
void read(const nlohmann::json& json, T& value, const std::string& path);

struct FieldWriter {
    nlohmann::json json = nlohmann::json::object();
    template <class T>
    void operator()(const char* key, const T& value) {
        if constexpr (IsOptional<T>::value) {
            if (value) json[key] = write(*value);
        } else {
            json[key] = write(value);
        }
    }
};

struct FieldReader {
    const nlohmann::json& json;
    const std::string& path;
    template <class T>
    void operator()(const char* key, T& value) {
        const std::string full = path.empty() ? key : path + "." + key;
        const auto found = json.find(key);
        if constexpr (IsOptional<T>::value) {
            value.reset();
            if (found != json.end() && !found->is_null()) read(*found, value.emplace(), full);
        } else if (found == json.end()) {
            throw Error("engine.message",
                        "a message between program and worker lacks \"{0}\"; install both from the same version",
                        {full});
        } else {
            read(*found, value, full);
        }
    }
};

template <class T>
nlohmann::json write(const T& value) {
    if constexpr (std::same_as<T, Bytes>) {
        return nlohmann::json::binary(value);
    } else if constexpr (std::is_enum_v<T>) {
        return toString(value);
    } else if constexpr (std::is_arithmetic_v<T> || std::same_as<T, std::string> || std::same_as<T, nlohmann::json>) {
        return value;
    } else if constexpr (IsVector<T>::value) {
        auto array = nlohmann::json::array();
        for (const auto& item : value) array.push_back(write(item));
        return array;
    } else if constexpr (IsMap<T>::value) {
        auto object = nlohmann::json::object();
        for (const auto& [key, item] : value) {
            if constexpr (std::integral<std::remove_cvref_t<decltype(key)>>)
                object[std::to_string(key)] = write(item);
            else
                object[key] = write(item);
        }
        return object;
    } else {
        FieldWriter writer;
        fields(writer, value);
        return writer.json;
    }
}

namespace detail {

[[noreturn]] inline void mistyped(const std::string& path, const char* wanted) {
    throw Error("engine.message",
                "\"{0}\" in a message between program and worker is not {1}; install both from the same version",
                {path, wanted});
}

template <class T>
void readInteger(const nlohmann::json& json, T& value, const std::string& path) {
    const bool fits = json.is_number_unsigned()  ? std::in_range<T>(json.get<std::uint64_t>())
                      : json.is_number_integer() ? std::in_range<T>(json.get<std::int64_t>())
                                                 : false;
    if (!fits) mistyped(path, "an integer in range");
    value = json.get<T>();
}

template <class K>
K readKey(const std::string& text, const std::string& path) {
    if constexpr (std::integral<K>) {
        K key{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), key);
        if (error != std::errc() || end != text.data() + text.size()) mistyped(path, "a map with integer keys");
        return key;
    } else {
        return text;
    }
}

}  // namespace detail

template <class T>
void read(const nlohmann::json& json, T& value, const std::string& path) {
    using detail::mistyped;
    if constexpr (std::same_as<T, Bytes>) {
        if (!json.is_binary()) mistyped(path, "binary");
        value = json.get_binary();
    } else if constexpr (std::same_as<T, nlohmann::json>) {
        value = json;
    } else if constexpr (std::same_as<T, bool>) {
        if (!json.is_boolean()) mistyped(path, "true or false");
        value = json.get<bool>();
    } else if constexpr (std::integral<T>) {
        detail::readInteger(json, value, path);
    } else if constexpr (std::floating_point<T>) {
        if (!json.is_number()) mistyped(path, "a number");
        value = json.get<T>();
    } else if constexpr (std::same_as<T, std::string>) {
        if (!json.is_string()) mistyped(path, "text");
        value = json.get_ref<const std::string&>();
    } else if constexpr (std::is_enum_v<T>) {
        if (!json.is_string()) mistyped(path, "text");
        fromString(json.get_ref<const std::string&>(), value);
    } else if constexpr (IsVector<T>::value) {
        if (!json.is_array()) mistyped(path, "a list");
        value.clear();
        value.reserve(json.size());
        for (const auto& item : json) {
            const std::string full = path + "[" + std::to_string(value.size()) + "]";
            read(item, value.emplace_back(), full);
        }
    } else if constexpr (IsMap<T>::value) {
        if (!json.is_object()) mistyped(path, "a map");
        value.clear();
        for (const auto& [key, item] : json.items())
            read(item, value[detail::readKey<typename T::key_type>(key, path)], path + "." + key);
    } else {
        if (!json.is_object()) mistyped(path.empty() ? "body" : path, "a map");
        FieldReader reader{json, path};
        fields(reader, value);
    }
}

/// The value of one key of a message.
template <class T>
T readField(const nlohmann::json& message, const char* key) {
    T value{};
    if (!message.is_object()) detail::mistyped("message", "a map");
    FieldReader{message, {}}(key, value);
    return value;
}

}  // namespace protolabel::engine
