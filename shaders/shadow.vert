// The soft ellipse on the ground.
uniform vec2 center, radius; // clip space
out vec2 at;                 // -1..1 within the ellipse

void main() {
    at = vec2((gl_VertexID & 1) == 0 ? -1.0 : 1.0, gl_VertexID < 2 ? -1.0 : 1.0);
    gl_Position = vec4(center + at * radius, 0.0, 1.0);
}
