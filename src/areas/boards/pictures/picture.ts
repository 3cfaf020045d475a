import * as m from '#words';
import { directionOf, type Locale } from '#words/addresses';
import type { Note } from '../note.ts';
import { inOrder } from '../sections.ts';
import type { Picture, Template } from '../template.ts';
import { cards } from './cards.ts';
import { cycle } from './cycle.ts';
import { describe } from './describe.ts';
import { mirrored, pageWidth, words, type Drawing, type Scene } from './drawing.ts';
import { grid } from './grid.ts';
import { withLegend } from './legend.ts';
import { plane } from './plane.ts';
import { rings } from './rings.ts';
import { sequence } from './sequence.ts';
import { spectrum } from './spectrum.ts';
import { svgOf } from './svg.ts';

export type PictureOptions = {
	locale: Locale;
	title: string;
	/** How large it is drawn before anybody zooms; 1: a point for a pixel. */
	scale?: number;
	/** A file of its own brings its colours along; inside a page the page gives them. */
	isAlone?: boolean;
};

const layouts: Record<Picture, (scene: Scene) => Drawing> = {
	boxes: grid,
	columns: grid,
	cards,
	plane,
	line: spectrum,
	rings,
	cycle,
	sequence
};

/** The picture of a board as SVG, made from the same notes as its list. */
export function pictureOf(
	template: Template,
	notes: readonly Note[],
	{ locale, title, scale = 1, isAlone = false }: PictureOptions
): string {
	const drawing = drawingOf(template, notes, locale);
	const description = describe({ template, notes: inOrder(notes), locale });
	return svgOf(drawing, { title, description, locale, scale, isAlone });
}

/** The same as shapes, for paper. */
export function drawingOf(template: Template, notes: readonly Note[], locale: Locale): Drawing {
	const scene = { template, notes: inOrder(notes), locale };
	const drawing = notes.length ? withLegend(layouts[template.picture](scene), scene) : empty(scene);
	return directionOf(locale) === 'rtl' ? mirrored(drawing) : drawing;
}

/** What the template shows by itself: its boxes, axes or rings. Where it shows nothing, that there is nothing yet. */
function empty(scene: Scene): Drawing {
	const bare = layouts[scene.template.picture](scene);
	const none = m.pictures_none({}, { locale: scene.locale });
	const y = bare.height + 30;
	return {
		width: Math.max(bare.width, pageWidth),
		height: y + 20,
		shapes: [...bare.shapes, words(0, y, none, { isSoft: true })]
	};
}
