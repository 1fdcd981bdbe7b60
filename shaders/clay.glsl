// Clay under a soft studio light that follows the viewer, and the pattern on it: what comes before
// body.frag and paint.frag.
uniform vec3 right, up, back;    // of the picture, in the world
uniform vec3 clay;               // sRGB
uniform vec2 pattern_origin;     // window pixels: patterns move with the figure
uniform float px;                // window pixels of one interface pixel
uniform float fade_from;         // mm behind the target

in vec3 world_normal;
in float open;
in float behind;

const int solid = 1, tight = 2, avoid = 3, ghost = 4;

vec3 to_linear(vec3 c) { return pow(c, vec3(2.2)); }
vec3 to_srgb(vec3 c) { return pow(clamp(c, 0.0, 1.0), vec3(1.0 / 2.2)); }

// Dark clay stands in a dark room and gets more light, or its form would be lost.
float exposure() { return mix(2.5, 1.12, smoothstep(0.35, 0.75, clay.g)); }

// Bends bright colours below white instead of cutting them off.
vec3 shoulder(vec3 c) { return c / (1.0 + 0.16 * c * c); }

// Lambert that reaches `soft` past the terminator.
float wrapped(vec3 n, vec3 light, float soft) { return max(0.0, (dot(n, light) + soft) / (1.0 + soft)); }

struct Light {
    vec3 diffuse;
    vec3 gloss;
};

Light studio(vec3 n) {
    vec3 key = normalize(-0.55 * right + 0.68 * up + 0.80 * back);
    vec3 fill = normalize(0.80 * right + 0.10 * up + 0.60 * back);
    vec3 rim = normalize(0.60 * right + 0.45 * up - 0.75 * back);
    float ao = pow(open, 1.30);
    // Less occlusion in red: light that has bounced off the clay is warm.
    vec3 warm_ao = vec3(pow(ao, 0.82), ao, pow(ao, 1.10));
    vec3 sky = mix(vec3(0.36, 0.31, 0.28), vec3(0.46, 0.48, 0.50), n.y * 0.5 + 0.5);
    float grazing = pow(1.0 - max(0.0, dot(n, back)), 4.0);

    Light light;
    light.diffuse = vec3(1.00, 0.955, 0.90) * (0.86 * wrapped(n, key, 0.25) * (0.30 + 0.70 * ao))
                  + vec3(0.86, 0.93, 1.00) * (0.17 * wrapped(n, fill, 0.3) * ao)
                  + sky * warm_ao * 0.60;
    float highlight = pow(max(0.0, dot(n, normalize(key + back))), 26.0);
    light.gloss = ao * (vec3(1.0, 0.98, 0.95) * 0.06 * highlight
                      + vec3(0.9, 0.95, 1.0) * grazing * (0.03 + 0.22 * wrapped(n, rim, 0.2)));
    return light;
}

// 1 inside lines of that width (interface pixels) every `period`, 0 between, soft over one pixel.
float lines(float across, float period, float width) {
    float middle = abs(fract(across / period) - 0.5) * period;
    return clamp((width * 0.5 - middle) * px + 0.5, 0.0, 1.0);
}

float dots(vec2 at, float grid, float radius) {
    vec2 middle = (fract(at / grid) - 0.5) * grid;
    return clamp((radius - length(middle)) * px + 0.5, 0.0, 1.0);
}

struct Look {
    vec3 ink;
    int hatch;
    float level;
    bool selected;
    float glow;
};

vec3 clay_with(Look look) {
    vec3 n = normalize(world_normal);
    Light light = studio(n);
    vec3 skin = to_srgb(shoulder(to_linear(clay) * light.diffuse * exposure() + light.gloss));

    // Ink keeps about half of the modelling, so that its colour can still be read from the ramp.
    float modelling = to_srgb(light.diffuse).g;
    float shade = min(1.06, mix(1.0, modelling, 0.60) + 0.02);
    vec3 ink = look.ink * shade;
    vec2 at = (gl_FragCoord.xy - pattern_origin) / px;
    float rising = (at.x - at.y) * 0.70710678, falling = (at.x + at.y) * 0.70710678;

    vec3 result = skin;
    if (look.hatch == solid) {
        result = mix(skin, ink, 0.92);
    } else if (look.hatch == tight) {
        vec3 ground = mix(vec3(1.0), look.ink, 0.26) * shade;
        result = mix(ground, ink, lines(rising, 11.0 - 0.55 * look.level, 3.0));
    } else if (look.hatch == avoid) {
        vec3 ground = vec3(0.97) * shade;
        result = mix(ground, ink, max(lines(rising, 9.0, 2.4), lines(falling, 9.0, 2.4)));
    } else if (look.hatch == ghost) {
        result = mix(mix(skin, look.ink, 0.14), look.ink, dots(at, 7.0, 1.35));
    }
    if (look.selected)
        result = mix(result, look.ink, 0.22);
    return mix(result, vec3(1.0), 0.16 * look.glow);
}

// Seen from below the feet matter, and the rest of the body would only confuse.
float presence() { return 1.0 - smoothstep(fade_from, fade_from + 110.0, behind); }
