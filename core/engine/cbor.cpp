#include "core/engine/cbor.h"

#include <vector>

#include "core/base/error.h"

namespace protolabel::engine {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxDepth = 32;

/// Builds the value from parse events; returning false ends the parse.
class Builder : public json::json_sax_t {
public:
    explicit Builder(json& root) : root_(root) {}

    bool null() override { return add(nullptr); }
    bool boolean(bool value) override { return add(value); }
    bool number_integer(number_integer_t value) override { return add(value); }
    bool number_unsigned(number_unsigned_t value) override { return add(value); }
    bool number_float(number_float_t value, const string_t&) override { return add(value); }
    bool string(string_t& value) override { return add(std::move(value)); }
    bool binary(binary_t& value) override { return add(std::move(value)); }
    bool key(string_t& value) override {
        key_ = std::move(value);
        return true;
    }
    bool start_object(std::size_t) override { return open(json::object()); }
    bool start_array(std::size_t) override { return open(json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t, const std::string&, const json::exception&) override { return false; }

private:
    json& place(json value) {
        if (open_.empty()) return root_ = std::move(value);
        json& parent = *open_.back();
        if (parent.is_object()) return parent[key_] = std::move(value);
        parent.push_back(std::move(value));
        return parent.back();
    }
    bool add(json value) {
        place(std::move(value));
        return true;
    }
    bool open(json container) {
        if (open_.size() == kMaxDepth) return false;
        open_.push_back(&place(std::move(container)));
        return true;
    }
    bool close() {
        open_.pop_back();
        return true;
    }

    json& root_;
    std::vector<json*> open_;
    std::string key_;
};

}  // namespace

json decodeCbor(const std::uint8_t* data, std::size_t size) {
    json root;
    Builder builder(root);
    if (!json::sax_parse(data, data + size, &builder, json::input_format_t::cbor))
        throw Error("engine.frame",
                    "the connection between program and worker carried bytes that are no message; start the job again");
    return root;
}

}  // namespace protolabel::engine
