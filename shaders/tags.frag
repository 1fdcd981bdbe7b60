// The tag as a colour, low byte in red, for tests of what is drawn where.
in vec3 world_normal;
in float open;
in float behind;
flat in uint vertex_tag;

out vec4 color;

void main() {
    color = vec4(float(vertex_tag & 255u), float(vertex_tag >> 8u), 0.0, 255.0) / 255.0;
}
