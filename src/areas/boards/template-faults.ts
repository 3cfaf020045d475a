import type { Template } from './template.ts';

/** What no part of a template shows by itself: keys used twice, names of parts that do not exist, a picture without its places. */
export function faultsOf(template: Template): string[] {
	return [
		...(keysOf(template).some(hasTwice) ? ['said-twice'] : []),
		...(pointsNowhere(template) ? ['not-an-option'] : []),
		...(lacksPlaces(template) ? ['missing'] : [])
	];
}

/** Rows of names of which each stands for one thing. */
function keysOf({ lanes, kinds, links, steps }: Template): string[][] {
	const fields = kinds.flatMap(({ fields }) => fields);
	return [
		...[lanes, kinds, links, steps].map((parts) => parts.map(({ key }) => key)),
		...kinds.map((kind) => kind.fields.map(({ key }) => key)),
		...fields.map(({ options }) => options.map(({ key }) => key)),
		lanes.map(({ letter }) => letter)
	];
}

function pointsNowhere({ lanes, kinds, links, steps }: Template): boolean {
	const isLane = has(lanes);
	const isKind = has(kinds);
	return (
		links.some(({ from, to }) => ![...from, ...to].every(isKind)) ||
		steps.some((step) => !(step.lanes ?? []).every(isLane))
	);
}

/** A map needs both axes, a line one, and boxes, columns and rings are lanes. A choice needs something to choose from. */
function lacksPlaces({ picture, lanes, axes, kinds }: Template): boolean {
	if (kinds.some(({ fields }) => fields.some(({ kind, options }) => kind === 'choice' && !options.length)))
		return true;
	if (picture === 'plane') return !axes?.y;
	if (picture === 'line') return !axes;
	return ['boxes', 'columns', 'rings'].includes(picture) && !lanes.length;
}

function has(parts: { key: string }[]): (key: string) => boolean {
	const keys = new Set(parts.map(({ key }) => key));
	return (key) => keys.has(key);
}

function hasTwice(keys: string[]): boolean {
	return new Set(keys).size < keys.length;
}
