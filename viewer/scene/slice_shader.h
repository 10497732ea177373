#pragma once

/// The fragment shader of SlicePicture. Private to the layer.
namespace protolabel::viewer {

inline constexpr const char* kSliceShader = R"(//VTK::System::Dec
//VTK::Output::Dec
in vec2 texCoord;

uniform sampler2D image;
uniform sampler2D annotation;
uniform sampler2D proposals;
uniform sampler2D colors;    // by id: column id % 256, row id / 256
uniform vec2 imageSize;      // voxels
uniform vec3 imageX;         // (pixel x, pixel y from the top, 1) . imageX = voxels from the slice's first edge
uniform vec3 imageY;
uniform float viewHeight;    // pixels
uniform float darkest;       // value shown black
uniform float contrast;      // 1 / width of the window
uniform int colorRows;
uniform vec4 annotationStyle;  // fill, line, hatched, shown
uniform vec4 proposalStyle;
uniform float lineWidth;     // pixels

vec4 colorAt(sampler2D ids, vec2 at) {
    if (any(lessThan(at, vec2(0.0))) || any(greaterThanEqual(at, imageSize))) return vec4(0.0);
    int id = int(texture(ids, at / imageSize).r * 65535.0 + 0.5);
    if (id == 0 || (id >> 8) >= colorRows) return vec4(0.0);
    vec4 color = texelFetch(colors, ivec2(id & 255, id >> 8), 0);
    // The alpha of a shown label is 1; the id comes along so that equal colours still have a border.
    return color.a > 0.0 ? vec4(color.rgb, float(id)) : vec4(0.0);
}

vec3 blend(vec3 below, sampler2D ids, vec4 style, vec2 at, vec2 pixel) {
    if (style.w == 0.0) return below;
    vec4 label = colorAt(ids, at);
    if (label.a == 0.0) return below;
    float opacity = style.x;
    bool hatched = style.z > 0.5;
    if (hatched && mod(pixel.x + pixel.y, 4.0 * lineWidth) >= 2.0 * lineWidth) opacity *= 0.25;
    if (style.y > 0.0) {
        vec2 right = lineWidth * vec2(imageX.x, imageY.x);
        vec2 down = lineWidth * vec2(imageX.y, imageY.y);
        bool border = colorAt(ids, at + right).a != label.a || colorAt(ids, at - right).a != label.a ||
                      colorAt(ids, at + down).a != label.a || colorAt(ids, at - down).a != label.a ||
                      colorAt(ids, at + right + down).a != label.a || colorAt(ids, at - right - down).a != label.a ||
                      colorAt(ids, at + right - down).a != label.a || colorAt(ids, at - right + down).a != label.a;
        vec2 dash = floor(pixel / (3.0 * lineWidth));
        if (border && (!hatched || mod(dash.x + dash.y, 2.0) == 0.0)) opacity = style.y;
    }
    return mix(below, label.rgb, opacity);
}

void main() {
    vec2 pixel = vec2(gl_FragCoord.x, viewHeight - gl_FragCoord.y);
    vec2 at = vec2(dot(vec3(pixel, 1.0), imageX), dot(vec3(pixel, 1.0), imageY));
    vec3 color = vec3(0.0);
    if (all(greaterThanEqual(at, vec2(0.0))) && all(lessThan(at, imageSize))) {
        float value = texture(image, at / imageSize).r;
        color = vec3(clamp((value - darkest) * contrast, 0.0, 1.0));
        color = blend(color, annotation, annotationStyle, at, pixel);
        color = blend(color, proposals, proposalStyle, at, pixel);
    }
    gl_FragData[0] = vec4(color, 1.0);
}
)";

}  // namespace protolabel::viewer
