import * as m from '#words';
import { sectionsOf } from '../sections.ts';
import type { Note } from '../note.ts';
import type { Template } from '../template.ts';
import { said } from '../words.ts';
import type { Scene } from './drawing.ts';

const mostJoins = 20;

/** The facts of the picture in a sentence or two, for who does not see it. */
export function describe(scene: Scene): string {
	const { notes, locale } = scene;
	if (!notes.length) return m.pictures_none({}, { locale });
	const facts = factsOf(scene);
	const all = m.pictures_notes({ count: notes.length }, { locale });
	return facts.length ? `${all} ${facts.join('; ')}.` : all;
}

function factsOf(scene: Scene): string[] {
	const { picture } = scene.template;
	if (picture === 'plane' || picture === 'line') return places(scene);
	if (picture === 'cycle' || picture === 'sequence') return joins(scene);
	return picture === 'cards' ? [] : lanes(scene);
}

function lanes({ template, notes, locale }: Scene): string[] {
	return sectionsOf(template, notes)
		.map(({ lane, items }) => ({
			name: lane ? said(lane.name, locale) : m.pictures_no_lane({}, { locale }),
			count: items.reduce((sum, { members }) => sum + 1 + members.length, 0),
			isShown: items.length > 0 || !lane?.isOptional
		}))
		.filter(({ isShown }) => isShown)
		.map(({ name, count }) => `${name}: ${count}`);
}

/** How many stand in each half of a line, or quarter of a map. */
function places({ template: { axes }, notes, locale }: Scene): string[] {
	if (!axes) return [];
	const counts = new Map<string, number>();
	const placed = notes.filter(({ x, y }) => x !== null && (y !== null || !axes.y));
	for (const note of placed) {
		const name = corner(note, axes, locale);
		counts.set(name, (counts.get(name) ?? 0) + 1);
	}
	const rest = notes.length - placed.length;
	if (rest) counts.set(m.pictures_unplaced({}, { locale }), rest);
	return [...counts].map(([name, count]) => `${name}: ${count}`);
}

function corner({ x, y }: Note, axes: NonNullable<Template['axes']>, locale: Scene['locale']): string {
	const side = sideOf(x!, said(axes.x.low, locale), said(axes.x.high, locale), locale);
	if (!axes.y) return side;
	return `${side}, ${sideOf(y!, said(axes.y.low, locale), said(axes.y.high, locale), locale)}`;
}

function sideOf(at: number, low: string, high: string, locale: Scene['locale']): string {
	if (at === 50) return m.pictures_between({}, { locale });
	return at < 50 ? low : high;
}

/** "1 leads to 4", in the words of the template. */
function joins({ template, notes, locale }: Scene): string[] {
	const numbers = new Map(notes.map(({ id, number }) => [id, number]));
	const names = new Map(template.links.map(({ key, name }) => [key, said(name, locale)]));
	const all = notes.flatMap(({ number, links }) =>
		links.flatMap(({ to, as }) => {
			const end = numbers.get(to);
			return end === undefined ? [] : [`${number} ${names.get(as) ?? '→'} ${end}`];
		})
	);
	return all.length > mostJoins ? [...all.slice(0, mostJoins), '…'] : all;
}
