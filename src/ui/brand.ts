import { accentPalette } from './contrast.ts';

/** /brand.css: a host's own colour as the properties that tokens.css waits for. No colour, or none that reads: Placard's own. */
export function brandCss(accent: string | null | undefined): string {
	const answer = accent ? accentPalette(accent) : undefined;
	if (!answer || 'refused' in answer) return ':root{}\n';
	const { fill, onFill, text, dark } = answer.palette;
	const properties = {
		'--brand': fill,
		'--brand-on': onFill,
		'--brand-text': text,
		'--brand-dark': dark.fill,
		'--brand-dark-on': dark.onFill,
		'--brand-dark-text': dark.text
	};
	return `:root{${Object.entries(properties)
		.map(([name, value]) => `${name}:${value}`)
		.join(';')}}\n`;
}
