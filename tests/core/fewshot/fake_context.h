#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/base/sha256.h"
#include "core/engine/backend.h"

namespace protolabel::fewshot::test {

/// What a backend sees of the worker loop, kept for a test to look at.
class FakeContext : public engine::JobContext, public engine::BlobStore {
public:
    engine::BlobStore& blobs() override { return *this; }
    void partial(const nlohmann::json& body, const std::vector<std::string>&) override { partials.push_back(body); }
    void send(const std::string& hash) override { sent.push_back(hash); }
    void progress(const Progress& p) override { stages[p.stage] = p; }
    void yield() override { ++yields; }
    bool cancelled() const override { return partials.size() >= cancelAfterPartials || yields >= cancelAfterYields; }

    std::shared_ptr<const Bytes> get(const std::string& hash) override {
        const auto found = content.find(hash);
        if (found == content.end()) throw Error("engine.blob", "no blob {0}; send it again", {hash});
        return std::make_shared<Bytes>(found->second);
    }
    std::string put(Bytes bytes) override {
        const auto hash = sha256Hex(bytes);
        content[hash] = std::move(bytes);
        return hash;
    }

    std::map<std::string, Bytes> content;
    std::vector<nlohmann::json> partials;
    std::vector<std::string> sent;
    std::map<std::string, Progress> stages;  ///< the last of each
    int yields = 0;
    std::size_t cancelAfterPartials = 1000000;
    int cancelAfterYields = 1000000;
};

}  // namespace protolabel::fewshot::test
