#include "core/workflow/model_source.h"

#include <memory>
#include <regex>

#include "core/base/error.h"
#include "core/workflow/embedded_model.h"
#include "core/workflow/files.h"

namespace protolabel::workflow {

namespace {

/// "resnet101-63fe2227.pth", "deeplabv3_resnet101_coco-586e9e4e.pth". Other people's "model-20240115.pth" promises nothing.
void checkPromisedHash(const std::filesystem::path& file, const std::string& hash) {
    static const std::regex name("(resnet|deeplabv3_|fcn_)[a-z0-9_]*-([0-9a-f]{8})\\.pth");
    const auto text = file.filename().string();
    std::smatch parts;
    if (!std::regex_match(text, parts, name) || hash.rfind(parts[2].str(), 0) == 0) return;
    throw Error("weights.hash",
                "{0} must have a SHA-256 that begins with {1}, but it begins with {2}: the download is incomplete or "
                "another file; "
                "download it again, or rename it if you changed it on purpose",
                {file.string(), parts[2].str(), hash.substr(0, 8)});
}

}  // namespace

ModelSource addModelFile(engine::Engine& engine, BlobShelf& shelf, const std::filesystem::path& file,
                         const std::string& method, JobControl& control) {
    if (file == kEmbeddedModel) return {shelf.add(embeddedModel), {}};
    const auto hash = shelf.add([file] { return readFile(file); });
    checkPromisedHash(file, hash);
    auto model = std::make_shared<Bytes>();
    const auto imported = engine.importModel({hash, file.filename().string(), method}, shelf.source(), control, *model);
    if (imported.model == hash) return {hash, {}};
    return {shelf.add([model] { return *model; }), imported.notes};
}

void requireMethod(const engine::InspectResult& model, const std::filesystem::path& file, const std::string& method) {
    if (!method.empty() && method != model.spec.method)
        throw Error("model.method",
                    "{0} is a model of {1}; leave --method out, or train it further with --init {0} --method {2}",
                    {file.string(), model.spec.method, method});
}

}  // namespace protolabel::workflow
