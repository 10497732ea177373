#include "core/fewshot/methods.h"

namespace protolabel::fewshot {

using engine::MethodOptions;

namespace {

const SqpfNet& sqpfnet() {
    static const SqpfNet method;
    return method;
}

/// SQPFNet's options that make it PANet.
const MethodOptions& fixed() {
    static const MethodOptions options = [] {
        MethodOptions o;
        o.alpha = 1;
        o.regions = 1;
        o.background = engine::Background::Prototype;
        o.queryPrototype = false;
        return o;
    }();
    return options;
}

}  // namespace

Prototypes PaNet::learnShot(const Network& network, const Shot& shot, const MethodOptions&) const {
    return sqpfnet().learnShot(network, shot, fixed());
}

Segmentation PaNet::segment(const Network& network, const Prototypes& prototypes, const Features& features, int size,
                            const MethodOptions&) const {
    return sqpfnet().segment(network, prototypes, features, size, fixed());
}

Losses PaNet::losses(Network& network, const Episode& episode, const MethodOptions&) const {
    return sqpfnet().losses(network, episode, fixed());
}

}  // namespace protolabel::fewshot
