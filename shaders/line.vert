// One edge as a quad of constant width on the screen, a strip of four vertices per instance.
layout(location = 0) in vec3 start; // mm
layout(location = 1) in vec3 end;
layout(location = 2) in vec3 start_normal;
layout(location = 3) in vec3 end_normal;
layout(location = 4) in float along_start; // mm along the outline, for dashes

uniform mat4 clip_from_world;
uniform vec3 back, target;   // of the view
uniform float fade_from;      // mm behind the target
uniform vec2 viewport;       // pixels
uniform float mm_per_px;
uniform float half_width;    // pixels
uniform bool round_ends;

out vec2 at;                 // pixels along and across, from the start of the edge
flat out float edge_length;  // pixels
out float along;             // pixels along the outline
out float strength;          // less where the skin turns away or fades

void main() {
    // The middle of the line lies on the skin, its sides need not: bring it forward by as much.
    vec3 forward = back * (0.8 + 1.5 * half_width * mm_per_px);
    vec2 a = (clip_from_world * vec4(start, 1.0)).xy * 0.5 * viewport;
    vec2 b = (clip_from_world * vec4(end, 1.0)).xy * 0.5 * viewport;
    float pixels = length(b - a);
    vec2 ahead = pixels > 1e-4 ? (b - a) / pixels : vec2(1.0, 0.0);
    vec2 aside = vec2(-ahead.y, ahead.x);

    bool at_end = (gl_VertexID & 1) == 1;
    float side = gl_VertexID < 2 ? -1.0 : 1.0;
    float reach = half_width + 0.5; // half a pixel more for the soft rim
    vec4 clip = clip_from_world * vec4((at_end ? end : start) + forward, 1.0);
    float beyond = round_ends ? reach : 0.0;
    vec2 shift = aside * side * reach + ahead * (at_end ? beyond : -beyond);
    gl_Position = vec4(clip.xy + shift * 2.0 / viewport, clip.zw);

    at = vec2(at_end ? pixels + beyond : -beyond, side * reach);
    edge_length = pixels;
    along = (along_start + (at_end ? distance(start, end) : 0.0)) / mm_per_px;
    float behind = dot(target - (at_end ? end : start), back);
    strength = smoothstep(-0.05, 0.12, dot(at_end ? end_normal : start_normal, back))
             * (1.0 - smoothstep(fade_from, fade_from + 110.0, behind));
}
