/**
 * Whether a colour can be read on another: WCAG 2.2, success criteria 1.4.3 (4.5 : 1 for text) and 1.4.11 (3 : 1 for
 * shapes), with the definitions of "relative luminance" and "contrast ratio" in its glossary. And what a host's own
 * colour becomes in each theme, so that whatever they choose, everything stays legible.
 */
import { atLightness, lightnessOf, type Rgb } from './oklab.ts';

/** The grounds on which a host's colour must hold; tokens.css says the same, and a test compares them. */
export const grounds = {
	light: { paper: '#f8f6f1', sheet: '#ffffff', shade: '#ece8de' },
	dark: { paper: '#161412', sheet: '#211e1a', shade: '#2e2a25' },
	ink: '#171512',
	white: '#ffffff'
} as const;

export interface AccentPalette {
	/** Painted surfaces and what is written on them. */
	fill: string;
	onFill: string;
	/** The colour as text on paper: links. */
	text: string;
	dark: { fill: string; onFill: string; text: string };
}

/** A code of the catalogue: problem_accent_not_a_colour, problem_accent_too_pale. */
export type AccentRefusal = 'accent-not-a-colour' | 'accent-too-pale';

/** Everything Placard needs of one colour, or why it cannot be had. */
export function accentPalette(accent: string): { palette: AccentPalette } | { refused: AccentRefusal } {
	const fill = normalise(accent);
	if (!fill) return { refused: 'accent-not-a-colour' };
	if (contrastRatio(fill, grounds.light.paper) < paintShows) return { refused: 'accent-too-pale' };
	const dark = towards('lighter', fill, shapeShows, [grounds.dark.paper]);
	return {
		palette: {
			fill,
			onFill: writingOn(fill),
			text: towards('darker', fill, textReads, Object.values(grounds.light)),
			dark: {
				fill: dark,
				onFill: writingOn(dark),
				text: towards('lighter', fill, textReads, Object.values(grounds.dark))
			}
		}
	};
}

const textReads = 4.5;
const shapeShows = 3;
/** A painted surface holds text of its own and has an inked rim; below this it is paper, not paint. */
const paintShows = 1.25;

/** WCAG 2.2 glossary, "contrast ratio": (L1 + 0.05) / (L2 + 0.05), from 1 to 21. */
export function contrastRatio(one: string, other: string): number {
	const [lighter, darker] = [luminance(rgbOf(one)), luminance(rgbOf(other))].sort((a, b) => b - a) as [
		number,
		number
	];
	return (lighter + 0.05) / (darker + 0.05);
}

/** "#ABC" or "aabbcc" as "#aabbcc"; anything else is no colour. */
export function normalise(colour: string): string | undefined {
	const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(colour.trim())?.[1]?.toLowerCase();
	if (!digits) return undefined;
	return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
}

/** WCAG 2.2 glossary, "relative luminance". */
function luminance([red, green, blue]: Rgb): number {
	const [r, g, b] = [red, green, blue].map((channel) => {
		const s = channel / 255;
		return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
	}) as [number, number, number];
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Ink where ink reads, else white, else black: one of the last two always does (their worst is 4.58). */
function writingOn(fill: string): string {
	return [grounds.ink, grounds.white, '#000000'].find((ink) => contrastRatio(ink, fill) >= textReads)!;
}

/** The same hue, only as much lighter or darker as needed to stand out from every ground. */
function towards(
	way: 'lighter' | 'darker',
	colour: string,
	ratio: number,
	against: readonly string[]
): string {
	const reads = (candidate: string) => against.every((ground) => contrastRatio(candidate, ground) >= ratio);
	if (reads(colour)) return colour;
	const rgb = rgbOf(colour);
	const from = lightnessOf(rgb);
	const end = way === 'lighter' ? 1 : 0;
	const steps = 200;
	for (let step = 1; step < steps; step += 1) {
		const candidate = hexOf(atLightness(rgb, from + ((end - from) * step) / steps));
		if (reads(candidate)) return candidate;
	}
	return way === 'lighter' ? grounds.white : '#000000';
}

function rgbOf(colour: string): Rgb {
	const hex = normalise(colour);
	if (!hex) throw new RangeError(`not a colour: ${colour}`);
	return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb;
}

function hexOf(rgb: Rgb): string {
	return `#${rgb.map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`;
}
