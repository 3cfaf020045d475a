import * as m from '#words';
import { sectionsOf, type Section } from '../sections.ts';
import { said } from '../words.ts';
import { pageWidth, rect, shifted, words, type Drawing, type Drawn, type Scene } from './drawing.ts';
import { linesAmong, stacked } from './entry.ts';
import { wrapped } from './measure.ts';

const gap = 12;

/** Lanes as boxes in rows: nine are three rows of three, three are three columns. */
export function grid(scene: Scene): Drawing {
	const sections = sectionsOf(scene.template, scene.notes).filter(isShown);
	const rows = inRows(sections);
	const shapes: Drawing['shapes'] = [];
	let y = 0;
	for (const row of rows) {
		const width = (pageWidth - (row.length - 1) * gap) / row.length;
		const lines = linesAmong(Math.max(...row.map(countIn)));
		const boxes = row.map((section) => boxOf(scene, section, width, lines));
		const height = Math.max(130, ...boxes.map((box) => box.height));
		boxes.forEach((box, at) => {
			const x = at * (width + gap);
			shapes.push(rect(x, y, width, height, 'box'), ...shifted(box.shapes, x, y));
		});
		y += height + gap;
	}
	return { width: pageWidth, height: Math.max(130, y - gap), shapes };
}

/** A box that is there for who wants it is drawn once something stands in it. */
function isShown({ lane, items }: Section): boolean {
	return items.length > 0 || !lane?.isOptional;
}

function inRows(sections: readonly Section[]): Section[][] {
	const perRow = sections.length === 4 ? 4 : 3;
	return Array.from({ length: Math.ceil(sections.length / perRow) }, (_, row) =>
		sections.slice(row * perRow, (row + 1) * perRow)
	);
}

function countIn({ items }: Section): number {
	return items.reduce((count, { members }) => count + 1 + members.length, 0);
}

function boxOf({ template, locale }: Scene, section: Section, width: number, lines: number): Drawn {
	const { lane, items } = section;
	const name = lane ? said(lane.name, locale) : m.pictures_no_lane({}, { locale });
	const heading = wrapped(name, width - 70, 18, 2);
	const top = 20 + heading.length * 23;
	const inside = { x: 10, y: top, width: width - 20, lines };
	const stack = stacked(template, items, inside);
	return {
		shapes: [
			...heading.map((line, at) => words(14, 29 + at * 23, line, { size: 18, isBold: true })),
			words(width - 14, 28, String(countIn(section)), { size: 14, anchor: 'end', isSoft: true }),
			...stack.shapes
		],
		height: top + stack.height + 12
	};
}
