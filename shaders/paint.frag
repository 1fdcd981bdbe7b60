// Painted skin: round inside its triangles, with a line of constant width along the edge.
uniform vec3 ink;
uniform int hatch;
uniform float level;
uniform bool selected;
uniform vec3 line_color, casing_color;
uniform float line_half, casing_half; // window pixels; 0: none
uniform bool dashed;
uniform float radius_mm; // of the largest circle
uniform float mm_per_px;

in vec2 weight;
flat in vec3 corner_outside, side_outside;

out vec4 color;

// See engine/mesh/skin_patch.hpp; negative inside.
float outside() {
    vec3 w = vec3(weight, 1.0 - weight.x - weight.y);
    return dot(corner_outside, w * (2.0 * w - 1.0)) + dot(side_outside, 4.0 * w * w.yzx);
}

// Gone where the skin turns away: there pixels are too coarse for its width.
float line(float away, float half_width) {
    float facing = smoothstep(0.02, 0.2, dot(normalize(world_normal), back));
    return half_width > 0.0 ? clamp(half_width + 0.5 - abs(away), 0.0, 1.0) * facing : 0.0;
}

// The edge goes through fields of a chess board.
float dash() {
    vec2 field = floor((gl_FragCoord.xy - pattern_origin) / (5.0 * px));
    return mod(field.x + field.y, 2.0);
}

void main() {
    float value = outside();
    float slope = length(vec2(dFdx(value), dFdy(value)));
    float away = value / max(slope, 1e-4); // from the edge, window pixels
    // Between two circles the slope says little, but so far away it is at least.
    float outside_mm = sqrt(max(value, 0.0) + radius_mm * radius_mm) - radius_mm;
    float facing = max(dot(normalize(world_normal), back), 0.0);
    if (value > 0.0)
        away = max(away, 0.8 * facing * outside_mm / mm_per_px);
    vec4 result = vec4(clay_with(Look(ink, hatch, level, selected, 0.0)), 1.0);
    result *= clamp(0.5 - away, 0.0, 1.0);
    result = mix(result, vec4(casing_color, 1.0), line(away, casing_half));
    result = mix(result, vec4(line_color, 1.0), line(away, line_half) * (dashed ? dash() : 1.0));
    color = result * presence();
    if (color.a < 0.004)
        discard;
}
