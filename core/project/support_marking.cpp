#include "core/project/operations.h"

namespace protolabel::project {

SupportDoubts supportDoubts(const ProjectStore& store, VolumeId volume, int slice, LabelId label) {
    SupportDoubts doubts;
    const auto value = static_cast<std::uint16_t>(label.value);
    const auto annotation = store.annotation(volume, slice);
    std::set<std::uint16_t> shown;
    if (annotation) {
        for (const auto pixel : annotation->pixels) {
            doubts.drawn += pixel == value;
            shown.insert(pixel);
        }
        const auto source = store.annotationSource(volume, slice);
        doubts.accepted = source.accepted && store.reviewState(volume, slice) != ReviewState::Corrected;
    }
    if (const auto proposal = store.proposal(volume, slice, label))
        for (std::size_t i = 0; i < proposal->mask.pixels.size(); ++i)
            if (proposal->mask.pixels[i] != 0 && (!annotation || annotation->pixels[i] != value)) ++doubts.proposed;
    for (const auto& known : store.labels())
        doubts.locked |= known.locked && (known.id == label || shown.count(static_cast<std::uint16_t>(known.id.value)));
    return doubts;
}

SupportId markSupport(ProjectWriter& writer, const ProjectStore& store, VolumeId volume, int slice, LabelId label) {
    Support support;
    support.volume = volume;
    support.slice = slice;
    support.label = label;
    for (const auto& known : store.supports())
        if (known.volume == volume && known.slice == slice && known.label == label) support.weight = known.weight;
    if (store.proposal(volume, slice, label)) writer.removeProposal(volume, slice, label);
    return writer.putSupport(support);
}

}  // namespace protolabel::project
