import type { Ballots } from '../ballots.ts';
import type { Grouping } from '../grouping.ts';
import type { OpinionMap } from '../map/map.ts';
import { lookOf, mark } from './colours.ts';
import { ellipseOf } from './ellipse.ts';
import { escaped, legend } from './legend.ts';
import { rounded, scaleFor, type Scale } from './scale.ts';
import { shownOf, type Shown } from './shown.ts';

export type Drawable = {
	readonly ballots: Ballots;
	readonly map: OpinionMap;
	readonly grouping: Grouping;
	readonly confidence?: Float64Array | undefined;
};

export type Wishes = {
	title?: string;
	withStatements?: boolean;
	/** The person who looks. */
	you?: string;
	/** Begins the ids within, where a page shows several maps. */
	id?: string;
};

/**
 * The map as an SVG that stands alone: a mark for each person, by colour and by shape, an ellipse where half of each group
 * stands, rings for people between groups. It says in its description what it shows; the table says the same in words.
 */
export function drawMap(drawable: Drawable, wishes: Wishes = {}): string {
	const shown = shownOf(drawable.grouping, drawable.confidence);
	const scale = scaleFor(drawable.map.people);
	const { size } = scale;
	const id = escaped(wishes.id ?? 'map');
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" role="img" aria-labelledby="${id}-title ${id}-words" font-family="sans-serif">`,
		`<title id="${id}-title">${escaped(wishes.title ?? 'Opinion map')}</title>`,
		`<desc id="${id}-words">${escaped(inWords(drawable, shown))}</desc>`,
		`<rect width="${size}" height="${size}" fill="#ffffff"/>`,
		...ellipses(drawable, shown, scale),
		...people(drawable, shown, scale),
		...(wishes.withStatements ? statements(drawable) : []),
		...you(drawable, scale, wishes.you),
		...names(drawable, shown, scale),
		...legend(drawable.grouping, shown, size),
		'</svg>\n'
	].join('\n');
}

export function inWords({ ballots, grouping }: Drawable, { groups, hidden, between }: Shown): string {
	const parts = groups.map(
		(group) => `group ${grouping.names[group]} (${lookOf(group).name}): ${grouping.sizes[group]}`
	);
	const outside = ballots.people.length - grouping.sizes.reduce((sum, size) => sum + size, 0);
	return [
		`${ballots.people.length} people who voted alike stand close together.`,
		groups.length === 1 ? 'There are no separate groups.' : `People in each: ${parts.join('; ')}.`,
		between ? `${between} stand between groups: which one is theirs is not sure.` : '',
		hidden.length ? 'Groups of fewer than five people are not shown.' : '',
		outside ? `${outside} voted too little to be in a group.` : ''
	]
		.filter(Boolean)
		.join(' ');
}

function membersOf({ map }: Drawable, { of }: Shown, group: number): [number, number][] {
	const found: [number, number][] = [];
	of.forEach((one, at) => {
		if (one === group) found.push([map.people[2 * at]!, map.people[2 * at + 1]!]);
	});
	return found;
}

function ellipses(drawable: Drawable, shown: Shown, scale: Scale): string[] {
	const unit = scale.x(1) - scale.x(0) || 1;
	return shown.groups.flatMap((group) => {
		const members = membersOf(drawable, shown, group);
		if (!members.length) return [];
		const { x, y, wide, high, turn } = ellipseOf(members);
		const place = `translate(${rounded(scale.x(x))} ${rounded(scale.y(y))}) rotate(${rounded((-turn * 180) / Math.PI)})`;
		const { colour } = lookOf(group);
		return `<ellipse transform="${place}" rx="${rounded(wide * unit)}" ry="${rounded(high * unit)}" fill="${colour}" fill-opacity="0.12" stroke="${colour}" stroke-dasharray="6 4"/>`;
	});
}

/** One path a group: thousands of people are a few kilobytes. */
function people({ map, grouping }: Drawable, shown: Shown, scale: Scale): string[] {
	const place = (at: number) => [scale.x(map.people[2 * at]!), scale.y(map.people[2 * at + 1]!)] as const;
	const all = [...shown.of.keys()];
	const path = (group: number) =>
		all.flatMap((at) => (shown.of[at] === group ? mark(lookOf(group), ...place(at)) : [])).join('');
	const isUnsure = (at: number) => shown.of[at] === -1 && shown.groups.includes(grouping.of[at]!);
	const rings = all.flatMap((at) => (isUnsure(at) ? mark(lookOf(0), ...place(at), 3) : [])).join('');
	return [
		...shown.groups.map((group) => {
			const { colour, shape } = lookOf(group);
			const paint =
				shape === 'cross'
					? `fill="none" stroke="${colour}" stroke-width="2"`
					: `fill="${colour}" stroke="#ffffff" stroke-width="0.5"`;
			return `<path d="${path(group)}" ${paint}/>`;
		}),
		`<path d="${rings}" fill="#ffffff" stroke="#595959"/>`
	];
}

/** Where somebody would stand who had agreed with this statement alone; on a scale of their own. */
function statements({ ballots, map }: Drawable): string[] {
	const scale = scaleFor(map.statements);
	return ballots.statements.flatMap((id, at) => {
		if (ballots.out[at]) return [];
		const [x, y] = [scale.x(map.statements[2 * at]!), scale.y(map.statements[2 * at + 1]!)];
		return `<text x="${rounded(x)}" y="${rounded(y)}" font-size="11" fill="#1a1a1a" text-anchor="middle">${escaped(id)}</text>`;
	});
}

function you({ ballots, map }: Drawable, scale: Scale, id: string | undefined): string[] {
	const at = id === undefined ? -1 : ballots.people.indexOf(id);
	if (at < 0) return [];
	const [x, y] = [scale.x(map.people[2 * at]!), scale.y(map.people[2 * at + 1]!)];
	return [
		`<circle cx="${rounded(x)}" cy="${rounded(y)}" r="9" fill="none" stroke="#000000" stroke-width="3"/>`,
		`<text x="${rounded(x)}" y="${rounded(y - 14)}" font-size="16" font-weight="bold" text-anchor="middle">You</text>`
	];
}

function names(drawable: Drawable, shown: Shown, scale: Scale): string[] {
	if (shown.groups.length < 2) return [];
	return shown.groups.flatMap((group) => {
		const members = membersOf(drawable, shown, group);
		if (!members.length) return [];
		const { x, y } = ellipseOf(members);
		const name = escaped(drawable.grouping.names[group]!);
		return `<text x="${rounded(scale.x(x))}" y="${rounded(scale.y(y))}" font-size="28" font-weight="bold" text-anchor="middle" fill="#000000" stroke="#ffffff" stroke-width="5" paint-order="stroke">${name}</text>`;
	});
}
