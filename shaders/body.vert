// The skin of one figure. Every vertex belongs to one tag, so the tag can be a flat input.
layout(location = 0) in vec3 position; // mm
layout(location = 1) in vec3 normal;
layout(location = 2) in float openness; // baked ambient occlusion, 1 = open
layout(location = 3) in uint tag;

uniform mat4 clip_from_world;
uniform vec3 back, target; // of the view

invariant gl_Position;
out vec3 world_normal;
out float open;
out float behind; // mm from the target away from the viewer
flat out uint vertex_tag;

void main() {
    gl_Position = clip_from_world * vec4(position, 1.0);
    world_normal = normal;
    open = openness;
    behind = dot(target - position, back);
    vertex_tag = tag;
}
