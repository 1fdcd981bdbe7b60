uniform vec4 shadow_color; // straight alpha at the middle
in vec2 at;
out vec4 color;

void main() {
    float fade = max(0.0, 1.0 - dot(at, at));
    float alpha = shadow_color.a * fade * fade;
    color = vec4(shadow_color.rgb * alpha, alpha);
}
