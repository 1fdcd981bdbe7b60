// The skin, each part in its look.
uniform sampler2D looks; // a row per tag: (colour, hatch), (level, glow, selected, -)

flat in uint vertex_tag;

out vec4 color;

void main() {
    vec4 first = texelFetch(looks, ivec2(0, int(vertex_tag)), 0);
    vec4 second = texelFetch(looks, ivec2(1, int(vertex_tag)), 0);
    int hatch = int(first.a * 255.0 + 0.5);
    vec3 result = clay_with(Look(first.rgb, hatch, second.r * 255.0, second.b > 0.5, second.g));
    float alpha = presence();
    color = vec4(result * alpha, alpha);
}
