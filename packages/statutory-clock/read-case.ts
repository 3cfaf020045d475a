import type { CivilDate } from './day.ts';
import type { Facts, Wait } from './facts.ts';
import { choice, date, flag, isNothing, shown, stretches, waits, type Case } from './fields.ts';
import { isKnown, isProse, nearestKnown } from './known-fields.ts';
import { memberStateNamed, nationNamed, regimeNamed } from './names.ts';

export type Around = {
	fault(field: string, sentence: string): void;
	/** Ids that stood before. */
	readonly ids: Set<string>;
	readonly unused: Map<string, readonly string[]>;
};

/** One case of a file; undefined, with its faults told, where it cannot be used. */
export function readCase(value: unknown, index: number, { fault, ids, unused }: Around): Facts | undefined {
	if (typeof value !== 'object' || value === null || Array.isArray(value)) {
		fault('', `case ${index + 1} is ${shown(value)}; expected an object of facts`);
		return undefined;
	}
	const values = value as Record<string, unknown>;
	let isWhole = true;
	const one: Case = {
		values,
		wrong(field, what) {
			isWhole = false;
			fault(field, `case ${nameOf(values['id'], index)}: ${what}`);
		}
	};
	const id = idIn(one, ids);
	noteUnknown(one, id, unused);
	const facts = factsIn(one, id);
	return isWhole ? facts : undefined;
}

function nameOf(id: unknown, index: number): string {
	return typeof id === 'string' && id ? shown(id).slice(1, -1) : String(index + 1);
}

function idIn({ values, wrong }: Case, ids: Set<string>): string {
	const { id } = values;
	if (typeof id !== 'string' || !id.trim() || id.length > 200) {
		wrong('id', `id is ${isNothing(id) ? 'missing' : shown(id)}; expected a name of up to 200 characters`);
		return '';
	}
	if (ids.has(id)) wrong('id', 'another case has the same id; expected each once');
	ids.add(id);
	return id;
}

function noteUnknown({ values, wrong }: Case, id: string, unused: Map<string, readonly string[]>): void {
	const strange = Object.keys(values).filter((field) => !isKnown(field) && !isProse(field));
	for (const field of strange) {
		const meant = nearestKnown(field);
		if (meant) wrong(field, `${shown(field)} is no field; expected ${meant}, perhaps`);
	}
	if (strange.length) unused.set(id, strange);
}

const regimesExpected = 'a law, like "FOIA", "EIR", "FOISA", "UKGDPR-SAR" or "EUGDPR"';

function factsIn(one: Case, id: string): Facts | undefined {
	const regime = choice(one, 'regime', regimeNamed, regimesExpected);
	if (isNothing(one.values['regime'])) one.wrong('regime', `regime is missing; expected ${regimesExpected}`);
	const facts = {
		id,
		...defined({
			...arrivalIn(one),
			nation: nationIn(one),
			memberState: choice(one, 'member_state', memberStateNamed, 'a code of a member state, like "DE"'),
			clarifications: clarificationsIn(one),
			identity: waits(one, 'id_asked', either(one, 'id_received', 'id_given')).at(-1),
			fee: waits(one, 'fee_notice', 'fee_paid').at(-1),
			closed: stretches(one, 'closed'),
			extended: flag(one, 'extended') ?? flag(one, 'public_interest'),
			extensionNotice: date(one, 'extension_notice')
		})
	};
	refuseBeforeReceipt(one, facts);
	return regime && { ...facts, regime };
}

function arrivalIn(one: Case) {
	const arrival = {
		received: date(one, 'received'),
		receivedLatest: date(one, 'received_latest'),
		sent: date(one, 'sent'),
		sentBy: choice(one, 'sent_by', wayNamed, '"email" or "post"'),
		transferred: date(one, 'transferred')
	};
	const { values, wrong } = one;
	if (['received', 'sent', 'transferred'].every((field) => isNothing(values[field])))
		wrong('received', 'received is missing; expected the day it arrived, or sent with the day it was sent');
	return arrival;
}

function wayNamed(text: string): 'email' | 'post' | undefined {
	return (['email', 'post'] as const).find((way) => way === text.toLowerCase().replace('-', ''));
}

function nationIn(one: Case) {
	const found = choice(one, 'nation', nationNamed, '"EW", "S" or "NI"');
	return found === 'unknown' ? undefined : found;
}

function clarificationsIn(one: Case): readonly Wait[] | undefined {
	const found = waits(
		one,
		'clarification_asked',
		either(one, 'clarification_received', 'clarification_given')
	);
	return found.length ? found : undefined;
}

/** Two names of one field: the one that is there. */
function either({ values }: Case, name: string, other: string): string {
	return isNothing(values[name]) && !isNothing(values[other]) ? other : name;
}

type Dated = Omit<Facts, 'regime'>;

/** Nothing can be asked about a request before it is there. */
function refuseBeforeReceipt({ wrong }: Case, facts: Dated): void {
	const { received, sent, clarifications = [], identity, fee, extensionNotice } = facts;
	const start = received ?? sent;
	if (start === undefined) return;
	const days: readonly (readonly [string, CivilDate | undefined])[] = [
		...clarifications.map(({ asked }) => ['clarification_asked', asked] as const),
		['id_asked', identity?.asked],
		['fee_notice', fee?.asked],
		['extension_notice', extensionNotice],
		['received_latest', facts.receivedLatest],
		['transferred', facts.transferred]
	];
	for (const [field, day] of days)
		if (day !== undefined && day < start)
			wrong(field, `${field} is "${day}", before the request of ${start}; expected that day or a later one`);
}

type Defined<T> = { [Key in keyof T]?: Exclude<T[Key], undefined> };

function defined<T extends object>(values: T): Defined<T> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
