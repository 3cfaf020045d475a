/**
 * Oklab (Björn Ottosson, "A perceptual color space for image processing", 2020; CSS Color 4, section 9): lightness
 * can be changed there without the colour turning into another.
 */
export type Rgb = readonly [number, number, number];

/** From 0, black, to 1, white. */
export function lightnessOf(rgb: Rgb): number {
	return toOklab(rgb)[0];
}

/** The same hue at another lightness; where the screen cannot show it that strong, weaker. */
export function atLightness(rgb: Rgb, lightness: number): Rgb {
	const [, a, b] = toOklab(rgb);
	for (let strength = 1; strength > 0; strength -= 0.02) {
		const candidate = fromOklab([lightness, a * strength, b * strength]);
		if (candidate.every((channel) => channel >= -0.5 && channel <= 255.5)) return clamp(candidate);
	}
	return clamp(fromOklab([lightness, 0, 0]));
}

function toOklab(rgb: Rgb): Rgb {
	const [r, g, b] = rgb.map((channel) => linear(channel / 255)) as unknown as Rgb;
	const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
	const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
	const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
	return [
		0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
		1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
		0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s
	];
}

function fromOklab([lightness, a, b]: Rgb): Rgb {
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	return [
		255 * gamma(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
		255 * gamma(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
		255 * gamma(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)
	];
}

const linear = (s: number) => (s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4);
const gamma = (v: number) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
const clamp = (rgb: Rgb): Rgb => rgb.map((channel) => Math.min(255, Math.max(0, channel))) as unknown as Rgb;
