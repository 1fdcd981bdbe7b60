// The least that puts a triangle into a picture.
layout(location = 0) in vec3 position;

uniform mat4 clip_from_world;

void main() { gl_Position = clip_from_world * vec4(position, 1.0); }
