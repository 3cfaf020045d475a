import * as m from '#words';
import { said } from '../words.ts';
import { pageWidth, shifted, words, type Drawing, type Scene, type Shape } from './drawing.ts';
import { widthOf } from './measure.ts';

/** What the marks mean, where there is more than one, and that numbers lead to the list. */
export function withLegend(drawing: Drawing, { template, notes, locale }: Scene): Drawing {
	const used = template.kinds.filter(({ key }) => notes.some(({ kind }) => kind === key));
	const y = drawing.height + 34;
	const shapes: Shape[] = [];
	let [x, row] = [16, 0];
	for (const { mark, colour, name } of template.kinds.length > 1 ? used : []) {
		const text = said(name, locale);
		const width = 34 + widthOf(text, 14) + 16;
		if (x + width > pageWidth && x > 16) [x, row] = [16, row + 30];
		shapes.push({ is: 'mark', mark, colour, x, y: row, r: 8 }, words(x + 20, row + 5, text, { size: 14 }));
		x += width;
	}
	const under = shapes.length ? row + 32 : 0;
	const hint = m.pictures_hint({}, { locale });
	shapes.push(words(0, under + 5, hint, { size: 14, isSoft: true }));
	return {
		width: drawing.width,
		height: y + under + 20,
		shapes: [...drawing.shapes, ...shifted(shapes, 0, y)]
	};
}
