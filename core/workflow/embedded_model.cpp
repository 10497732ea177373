#include "core/workflow/embedded_model.h"

#include <cstdint>

#include "core/base/sha256.h"

// The file as it is, between two symbols.
asm(".section .rodata\n"
    ".global protolabel_embedded_model, protolabel_embedded_model_end\n"
    ".balign 64\n"
    "protolabel_embedded_model: .incbin \"" PROTOLABEL_EMBEDDED_MODEL
    "\"\n"
    "protolabel_embedded_model_end:\n"
    ".byte 0\n"
    ".text\n");
extern "C" const std::uint8_t protolabel_embedded_model[], protolabel_embedded_model_end[];

namespace protolabel::workflow {

Bytes embeddedModel() {
    return {protolabel_embedded_model, protolabel_embedded_model_end};
}

const std::string& embeddedModelHash() {
    static const std::string hash = sha256Hex(embeddedModel());
    return hash;
}

}  // namespace protolabel::workflow
