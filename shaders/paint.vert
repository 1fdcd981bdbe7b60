// Triangles of painted skin, three vertices each, exactly where body.vert puts them.
layout(location = 0) in vec3 position; // mm
layout(location = 1) in vec3 normal;
layout(location = 2) in float openness;
layout(location = 3) in vec3 at_corners; // of the paint's edge, see paint.frag
layout(location = 4) in vec3 at_sides;

uniform mat4 clip_from_world;
uniform vec3 back, target; // of the view

invariant gl_Position;
out vec3 world_normal;
out float open;
out float behind; // mm from the target away from the viewer
out vec2 weight;  // of the first two corners
flat out vec3 corner_outside, side_outside;

void main() {
    gl_Position = clip_from_world * vec4(position, 1.0);
    world_normal = normal;
    open = openness;
    behind = dot(target - position, back);
    int corner = gl_VertexID % 3;
    weight = vec2(corner == 0 ? 1.0 : 0.0, corner == 1 ? 1.0 : 0.0);
    corner_outside = at_corners;
    side_outside = at_sides;
}
