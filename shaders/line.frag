// A line with a soft rim; gone where the skin turns away.
uniform vec4 line_color;   // straight alpha
uniform float half_width;  // pixels
uniform float px;          // window pixels of one interface pixel
uniform bool dashed;

in vec2 at;
flat in float edge_length;
in float along;
in float strength;

out vec4 color;

void main() {
    float away = length(vec2(at.x - clamp(at.x, 0.0, edge_length), at.y));
    float alpha = clamp(half_width + 0.5 - away, 0.0, 1.0) * strength;
    if (dashed)
        alpha *= clamp((2.6 - abs(fract(along / (9.0 * px)) - 0.5) * 9.0) * px + 0.5, 0.0, 1.0);
    alpha *= line_color.a;
    if (alpha < 0.004)
        discard;
    color = vec4(line_color.rgb * alpha, alpha);
}
