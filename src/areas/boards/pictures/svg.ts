import { xml } from '#shared/xml';
import { directionOf, type Locale } from '#words/addresses';
import { headOf } from './arrow.ts';
import { type Drawing, type Point, type Shape } from './drawing.ts';
import { circlePath, markPath, short } from './mark.ts';
import { ownSheet } from './own-sheet.ts';

export type About = {
	title: string;
	description: string;
	locale: Locale;
	scale: number;
	/** A file of its own: it brings its colours along. */
	isAlone: boolean;
};

/** Lines at the edge are drawn in full, and a file of its own has some air. */
const margin = 16;

/** No script, no style attribute, nothing from elsewhere: it may stand in any page and be opened by itself. */
export function svgOf({ width, height, shapes }: Drawing, about: About): string {
	const { title, description, locale, scale, isAlone } = about;
	const [across, down] = [width + 2 * margin, height + 2 * margin];
	const size = `width="${short(across * scale)}" height="${short(down * scale)}"`;
	const tongue = `xml:lang="${locale}" lang="${locale}" direction="${directionOf(locale)}"`;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-margin} ${-margin} ${short(across)} ${short(down)}" ${size} ${tongue} role="img" class="board-picture${isAlone ? ' alone' : ''}" font-family="sans-serif">`,
		`<title>${xml(title)}</title><desc>${xml(description)}</desc>`,
		...(isAlone
			? [
					`<style>${ownSheet}</style><rect x="${-margin}" y="${-margin}" width="100%" height="100%" class="ground"/>`
				]
			: []),
		...shapes.map(element),
		'</svg>'
	].join('\n');
}

/** What it looks like without a sheet stands in attributes: lines and letters in the colour of the text around. */
function element(shape: Shape): string {
	switch (shape.is) {
		case 'rect': {
			const { x, y, width, height, look } = shape;
			return `<rect x="${short(x)}" y="${short(y)}" width="${short(width)}" height="${short(height)}" rx="3" class="${look}" ${outline}/>`;
		}
		case 'circle':
			return path(circlePath(shape.x, shape.y, shape.r), shape.look);
		case 'line':
			return path(wayOf(shape.points) + (shape.hasArrow ? wayOf(headOf(shape.points)) : ''), shape.look);
		case 'mark':
			return path(markPath(shape.mark, shape.x, shape.y, shape.r), `mark c${shape.colour}`);
		case 'text':
			return textOf(shape);
	}
}

const outline = 'fill="none" stroke="currentColor"';

function path(d: string, look: string): string {
	const dots = look === 'trail' ? ' stroke-dasharray="1 6" stroke-linecap="round"' : '';
	return `<path d="${d}" class="${look}" ${outline}${dots}/>`;
}

export function wayOf(points: readonly Point[]): string {
	return points.map(({ x, y }, at) => `${at ? 'L' : 'M'}${short(x)} ${short(y)}`).join('');
}

/** Isolated, so that an English note keeps its full stop in an Arabic picture, and the other way round. */
function textOf({ x, y, size, anchor, isBold, isSoft, on, text }: Extract<Shape, { is: 'text' }>): string {
	const look = `${on === 'loud' ? 'on-loud' : isSoft ? 'soft' : 'ink'}${on === 'lines' ? ' halo' : ''}`;
	const weight = isBold ? ' font-weight="700"' : '';
	return `<text x="${short(x)}" y="${short(y)}" font-size="${size}" text-anchor="${anchor}"${weight} class="${look}" fill="currentColor">\u2068${xml(text)}\u2069</text>`;
}
