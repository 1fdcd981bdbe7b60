// A picture of the same size, pixel by pixel.
uniform sampler2D picture;
uniform vec2 origin; // of the viewport, pixels
out vec4 color;

void main() { color = texelFetch(picture, ivec2(gl_FragCoord.xy - origin), 0); }
