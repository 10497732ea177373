#pragma once

#include <map>
#include <memory>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/engine/backend.h"

namespace protolabel::fewshot {

/// What a backend needs when it is called in its own process: blobs in memory, partial answers dropped, cancelling as the caller's.
/// Progress is ignored unless a subclass passes it on.
class MemoryContext : public engine::JobContext, public engine::BlobStore {
public:
    explicit MemoryContext(const JobControl& outer) : outer_(outer) {}
    bool cancelled() const override { return outer_.cancelled(); }
    engine::BlobStore& blobs() override { return *this; }
    void partial(const nlohmann::json&, const std::vector<std::string>&) override {}
    void send(const std::string&) override {}
    std::shared_ptr<const Bytes> get(const std::string& hash) override {
        const auto found = content_.find(hash);
        if (found == content_.end()) throw Error("engine.blob", "there is no data {0}; start the job again", {hash});
        return found->second;
    }
    std::string put(Bytes bytes) override {
        const auto hash = sha256Hex(bytes);
        content_[hash] = std::make_shared<const Bytes>(std::move(bytes));
        return hash;
    }
    void forget(const std::string& hash) { content_.erase(hash); }

private:
    const JobControl& outer_;
    std::map<std::string, std::shared_ptr<const Bytes>> content_;
};

}  // namespace protolabel::fewshot
