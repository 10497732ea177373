#pragma once

/// The fragment shader of SlicePicture. Private to the layer.
namespace protolabel::viewer {

/// To be preceded by VTK's declarations and, for each layer that is shown, by "#define ANNOTATION", "#define PROPOSALS" or "#define OTHER" and, where it
/// has outlines, "#define ANNOTATION_LINE", "#define PROPOSALS_LINE" or "#define OTHER_LINE", and "#define MAP" where colours lie over the slice: software renderers compute every branch for every pixel.
inline constexpr const char* kSliceShader = R"(
in vec2 texCoord;

uniform sampler2D image;
uniform sampler2D annotation;
uniform sampler2D proposals;
uniform sampler2D other;
uniform sampler2D map;
uniform sampler2D colors;    // by id: column id % 256, row id / 256
uniform vec2 imageSize;      // voxels
uniform vec3 imageX;         // (pixel x, pixel y from the top, 1) . imageX = voxels from the slice's first edge
uniform vec3 imageY;
uniform vec2 viewSize;       // pixels
uniform float darkest;       // value shown black
uniform float contrast;      // 1 / width of the window
uniform int colorRows;
uniform vec4 annotationStyle;  // fill, line, 1 if hatched, 1 if striped
uniform vec4 proposalStyle;
uniform vec4 otherStyle;
uniform float lineWidth;     // pixels

bool inImage(vec2 at) { return all(greaterThanEqual(at, vec2(0.0))) && all(lessThan(at, imageSize)); }

float idAt(sampler2D ids, vec2 at) { return inImage(at) ? texture(ids, at / imageSize).r : 0.0; }

vec3 blend(vec3 below, float scaledId, float lineShare, vec4 style, vec2 pixel) {
    int id = int(scaledId * 65535.0 + 0.5);
    vec4 label = (id >> 8) < colorRows ? texelFetch(colors, ivec2(id & 255, id >> 8), 0) : vec4(0.0);
    vec2 dash = floor(pixel / (3.0 * lineWidth));
    float even = mod(dash.x + dash.y, 2.0);
    float lineGap = style.z * even;
    float fillGap = style.z * step(2.0 * lineWidth, mod(pixel.x + pixel.y, 4.0 * lineWidth));
    float fill = style.x * (1.0 - 0.75 * fillGap);
    float opacity = mix(fill, style.y, lineShare * (1.0 - lineGap));
    vec3 shade = mix(label.rgb, vec3(1.0), style.w * even * lineShare);
    return mix(below, shade, label.a * opacity);  // hidden labels have alpha 0
}

// 1 on a line inside the border of a region, which runs along the slice's edge too.
float border(sampler2D ids, float id, vec2 at) {
    vec2 right = lineWidth * vec2(imageX.x, imageY.x);
    vec2 down = lineWidth * vec2(imageX.y, imageY.y);
    bool same = idAt(ids, at + right + down) == id && idAt(ids, at - right - down) == id &&
                idAt(ids, at + right - down) == id && idAt(ids, at - right + down) == id;
    return same ? 0.0 : 1.0;
}

void main() {
    vec2 pixel = vec2(texCoord.x, 1.0 - texCoord.y) * viewSize;
    vec2 at = vec2(dot(vec3(pixel, 1.0), imageX), dot(vec3(pixel, 1.0), imageY));
    vec3 color = vec3(clamp((texture(image, at / imageSize).r - darkest) * contrast, 0.0, 1.0));
#ifdef MAP
    vec4 over = texture(map, at / imageSize);
    color = mix(color, over.rgb, over.a);
#endif
#ifdef ANNOTATION
    float annotationId = idAt(annotation, at);
    float annotationLine = 0.0;
#ifdef ANNOTATION_LINE
    annotationLine = border(annotation, annotationId, at);
#endif
    color = blend(color, annotationId, annotationLine, annotationStyle, pixel);
#endif
#ifdef PROPOSALS
    float proposalId = idAt(proposals, at);
    float proposalLine = 0.0;
#ifdef PROPOSALS_LINE
    proposalLine = border(proposals, proposalId, at);
#endif
    color = blend(color, proposalId, proposalLine, proposalStyle, pixel);
#endif
#ifdef OTHER
    float otherId = idAt(other, at);
    float otherLine = 0.0;
#ifdef OTHER_LINE
    otherLine = border(other, otherId, at);
#endif
    color = blend(color, otherId, otherLine, otherStyle, pixel);
#endif
    gl_FragData[0] = vec4(inImage(at) ? color : vec3(0.0), 1.0);
}
)";

}  // namespace protolabel::viewer
