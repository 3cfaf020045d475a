import { slugs } from '../lived-in/calls.ts';
import {
	areKept,
	outsidePanel,
	viewers,
	withTheApplicant,
	type LivedIn,
	type Viewer
} from '../lived-in/index.ts';
import type { Known } from '../lived-in/places.ts';
import type { OwnWorld } from '../small-world.ts';
import { hiddenFrom } from './hidden.ts';
import { isElsewhere, isInOneLanguage, type Address } from './look.ts';

type Act = { viewer: Viewer; at: Address; form: Record<string, string> };

/** Fields that would do something, wherever a form has them. */
const form = {
	sure: 'yes',
	name: 'Taken over',
	group: 'Taken over',
	note: 'Taken over',
	why: 'Taken over',
	page: 'goes',
	then: 'list',
	edition: '1',
	email: 'taken-over@example.org',
	title: 'Taken over',
	label: 'Taken over',
	kind: 'short-text',
	section: 'people',
	source: 'library:size',
	key: 'group',
	act: 'question-down',
	finding: 'group',
	code: 'nobody-needs',
	reason: 'Taken over',
	others: 'cy',
	from: 'autumn-round'
};

const outsiders: readonly Viewer[] = [
	'a visitor',
	'another applicant',
	'the applicant',
	'a lead without a second factor'
];

/** Every action of every page that is about something which the viewer may not know, and all of the desk for outsiders. */
export function actsOf(lived: LivedIn, known: Known, addresses: readonly Address[]): Act[] {
	return viewers.flatMap((viewer) => {
		const hidden = hiddenFrom(viewer, lived, known);
		const closed = addresses
			.filter(isInOneLanguage)
			.filter(
				({ route, params }) =>
					(Object.values(params).some((value) => hidden.has(value)) && !isElsewhere(viewer, { route })) ||
					(outsiders.includes(viewer) &&
						/^\/(desk|panel|workspace|account)/.test(route.id) &&
						!isPast(params)) ||
					(outsidePanel.includes(viewer) && route.id.startsWith('/desk')) ||
					isOutOfChoosing(viewer, route.id, params)
			);
		return closed.flatMap((at) =>
			at.route.actions.map((action) => ({ viewer, at: acting(at, action), form }))
		);
	});
}

/** What is shut to strangers in one call is shut in the next: there is a limit to how often it is tried. */
function isPast({ slug }: Address['params']): boolean {
	return slug === slugs.choosing || slug === slugs.told;
}

/** Who is kept out of choosing tries to; and who chooses, and is not in the chair, what the chair does. */
function isOutOfChoosing(viewer: Viewer, route: string, { slug }: Address['params']): boolean {
	if (slug !== slugs.choosing) return false;
	if (viewer === 'who reads it for the panel')
		return /^\/panel\/\[slug\]\/(reading|release|phases)$/.test(route);
	if (viewer === 'who waits to be told') return route.startsWith('/panel/');
	return (
		areKept.includes(viewer) && /^\/panel\/\[slug\]\/(board|reading|release|phases)|\/decisions/.test(route)
	);
}

/**
 * What somebody does on an application of which they may see everything and change nothing: all but leaving it, which
 * is theirs to do, and (who may comment) commenting.
 */
export function actsOfHelpers({ applicants }: LivedIn, addresses: readonly Address[]): Act[] {
	const theirs = addresses.filter(
		({ route, params, address }) =>
			route.id.startsWith('/application/') &&
			params['reference'] === applicants.asha.reference &&
			address.startsWith('/application/')
	);
	return withTheApplicant.flatMap((viewer) =>
		theirs.flatMap((at) =>
			at.route.actions
				.filter((action) => !isTheirs(viewer, at, action))
				.map((action) => ({ viewer, at: acting(at, action), form }))
		)
	);
}

function isTheirs(viewer: Viewer, { route }: Address, action: string): boolean {
	if (route.id.endsWith('/leave')) return true;
	if (route.id.endsWith('/people')) return action === 'leave' || action === 'as';
	return route.id.endsWith('/comment') && viewer === 'who may comment on it';
}

function acting(at: Address, action: string): Address {
	return action === 'default' ? at : { ...at, address: `${at.address}?/${action}` };
}

/** Everything that somebody could change without right. What is counted or seen by the way is left out. */
export async function stateOf(world: OwnWorld): Promise<Record<string, string>> {
	return world.do(async ({ db }) => {
		const tables = await db<{ name: string }[]>`
			select format('%I.%I', schemaname, tablename) as name from pg_tables
			where schemaname in ('programmes', 'forms', 'mail', 'files', 'site', 'campaigns', 'boards')
				or (schemaname = 'identity' and tablename in ('person', 'appointment', 'app', 'passkey'))`;
		const pairs = tables.map(async ({ name }) => {
			const [row] = await db.unsafe<{ hash: string }[]>(
				`select md5(coalesce(string_agg(kept::text, '|' order by kept::text), '')) as hash from ${name} as kept`
			);
			return [name, row!.hash] as const;
		});
		return Object.fromEntries(await Promise.all(pairs));
	});
}
