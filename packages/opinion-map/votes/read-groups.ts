import { compareIds } from '../ids.ts';
import { Malformed, columnsOf, csvRows } from '#packages/common';

/**
 * Groups that somebody else made, with what was taken out: the shape of a conversation pack's `published.json`, or the
 * published `participants-votes.csv`.
 */
export type GivenGroups = {
	groups: ReadonlyMap<string, string>;
	/** Names of the groups, ascending. */
	names: readonly string[];
	/** Taken out by moderators, and about the person; absent where the file does not say. */
	out?: ReadonlySet<string> | undefined;
	meta?: ReadonlySet<string> | undefined;
};

export function readGroups(text: string): GivenGroups {
	const file = /^\uFEFF?participant,/.test(text) ? published(text) : parsed(text);
	if (!isRecord(file) || !isRecord(file['groups']))
		throw new Malformed('it has no "groups"; expected {"groups": {"participant": group}}');
	const pairs = Object.entries(file['groups']).filter(([, group]) => group !== null);
	if (!pairs.every(([, group]) => ['string', 'number'].includes(typeof group)))
		throw new Malformed(
			'a group is neither a number nor a name; expected {"groups": {"participant": group}}'
		);
	const groups = new Map(pairs.map(([person, group]) => [person, String(group)]));
	const names = [...new Set(groups.values())].sort(compareIds);
	if (names.length > 100) throw new Malformed(`there are ${names.length} groups; expected at most 100`);
	return { groups, names, out: idsIn(file['mod_out'], 'mod_out'), meta: idsIn(file['meta'], 'meta') };
}

/** The published `participants-votes.csv`, in which a group stands beside each person. */
function published(text: string): unknown {
	const [header, ...rows] = csvRows(text);
	const at = columnsOf(header!.fields, { person: ['participant'], group: ['group-id'] });
	if (at.group < 0)
		throw new Malformed('there is no column "group-id"; expected a group beside each participant', 1);
	const pairs = rows.map(({ fields }) => [fields[at.person]?.trim() ?? '', fields[at.group]?.trim() ?? '']);
	return { groups: Object.fromEntries(pairs.filter(([person, group]) => person !== '' && group !== '')) };
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new Malformed('it is not JSON; expected {"groups": {"participant": group}}');
	}
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idsIn(list: unknown, name: string): ReadonlySet<string> | undefined {
	if (list === undefined) return undefined;
	if (!Array.isArray(list)) throw new Malformed(`"${name}" is not a list; expected a list of statements`);
	return new Set(list.map(String));
}
