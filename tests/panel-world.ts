import {
	answerSeat,
	beginPhase,
	checkEligibility,
	declareTies,
	inviteToPanel,
	saveReview,
	shareOut,
	showOwnReadings,
	showReadingDesk,
	showReview
} from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import { aCall, lead } from './call-world.ts';
import { sentBy, type Held } from './expression-world.ts';
import { someDay, type World } from './small-world.ts';

export type Seated = { name: string; actor: Extract<Actor, { kind: 'person' }>; seat: string };
type Asked = {
	slug?: string;
	part?: 'chair' | 'deputy' | 'panellist';
	languages?: string[];
	most?: number | null;
	ties?: string[];
};

const spring = 'spring';

/** Asked, taken, and said whom they are tied to. */
export async function seated(
	world: World,
	name: string,
	{ slug = spring, part = 'panellist', languages = [], most = null, ties = [] }: Asked = {}
): Promise<Seated> {
	const email = `${name.toLowerCase()}@example.org`;
	await inviteToPanel.within(world.as(lead), { slug, name, email, part, languages, most });
	const [row] = await world.db<{ id: string; person: string }[]>`
		select seat.id, person from programmes.seat join identity.person on person.id = seat.person where email = ${email}`;
	const actor: Seated['actor'] = { kind: 'person', id: row!.person, assurance: 1, roles: [] };
	await answerSeat.within(world.as(actor), { slug, answer: 'yes' });
	const said = ties.map((tie) => ({ name: tie, kind: 'organisation' }));
	await declareTies.within(world.as(actor), ties.length ? { slug, ties: said } : { slug, none: 'yes' });
	return { name, actor, seat: row!.id };
}

export async function eligible(
	world: World,
	{ reference }: Pick<Held, 'reference'>,
	slug = spring
): Promise<void> {
	await checkEligibility.within(world.as(lead), { slug, reference, verdict: 'eligible', why: '' });
}

export async function into(
	world: World,
	phase: 'review' | 'discussion' | 'selection',
	now = someDay,
	slug = spring
): Promise<void> {
	await beginPhase.within(world.as(lead, now), { slug, phase });
}

/** A whole review of a call with no criteria of its own. */
export function reviewed(
	world: World,
	{ actor }: Seated,
	{ reference }: Pick<Held, 'reference'>,
	{
		score = '7',
		why = 'It is theirs.',
		edition = 0,
		then = 'in' as 'save' | 'next' | 'in',
		now = someDay
	} = {}
) {
	const marks = { whole: { score, why } };
	return saveReview.within(world.as(actor, now), { slug: spring, reference, edition, marks, then });
}

/** So many days later. */
export const days = (count: number) => new Date(someDay.getTime() + count * 86_400_000);

/** Readers of one criterion each: how many read each application, and who sits where. */
export async function reading(
	world: World,
	{ readers = 2, names = ['Bethan', 'Carys', 'Deio'], count = 3, terms = {}, criteria = [] as object[] } = {}
): Promise<{ panel: Seated[]; sent: Held[] }> {
	await aCall(world, {
		content: { selection: { criteria }, terms: { readers: String(readers), ...terms } }
	});
	const sent: Held[] = [];
	for (let number = 0; number < count; number++) {
		const held = await sentBy(world, `Group ${number}`);
		await eligible(world, held);
		sent.push(held);
	}
	const panel: Seated[] = [];
	for (const [at, name] of names.entries())
		panel.push(await seated(world, name, { part: at ? 'panellist' : 'chair' }));
	await into(world, 'review');
	await shareOut.within(world.as(lead), { slug: spring });
	return { panel, sent };
}

/** A panellist's own list; one of it; and what staff see. */
export const own = (world: World, { actor }: Seated, now = someDay, slug = spring) =>
	showOwnReadings.within(world.as(actor, now), { slug });
export const look = (world: World, { actor }: Seated, reference: string) =>
	showReview.within(world.as(actor), { slug: spring, reference });
export const desk = (world: World, as: Actor = lead) =>
	showReadingDesk.within(world.as(as), { slug: spring });

/** Everything that somebody was given is in. */
export async function readsAll(world: World, one: Seated, score = '7'): Promise<void> {
	for (const { reference } of (await own(world, one)).readings)
		await reviewed(world, one, { reference }, { score });
}

export async function given(world: World, panel: readonly Seated[]): Promise<Map<Seated, string[]>> {
	const lists = new Map<Seated, string[]>();
	for (const one of panel)
		lists.set(
			one,
			(await own(world, one)).readings.map(({ reference }) => reference)
		);
	return lists;
}

export async function callId(world: World): Promise<string> {
	const [row] = await world.db<{ id: string }[]>`
		select call.id from programmes.call join programmes.programme on programme.id = call.programme where slug = ${spring}`;
	return row!.id;
}
