out vec4 color;

void main() { color = vec4(0.89, 0.83, 0.77, 1.0); }
