import {
	acceptOffer,
	decide,
	declineOffer,
	proposeDecisions,
	releaseDecisions,
	showOutcome
} from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import { aCall, lead } from './call-world.ts';
import { sent, type Held } from './expression-world.ts';
import type { World } from './small-world.ts';

const slug = 'spring';
export const released = new Date('2026-03-20T10:00:00Z');
/** Noon on 27 March, in London still winter time. */
export const until = new Date('2026-03-27T12:00:00Z');
const day = (number: string) => ({ day: number, month: '3', year: '2026', time: '12:00' });
export const after = (days: number, from = released) => new Date(from.getTime() + days * 86_400_000);

type Kind = 'offer' | 'reserve' | 'not' | 'none';
export const say = (
	world: World,
	{ reference }: Pick<Held, 'reference'>,
	kind: Kind,
	more: object = {},
	as: Actor = lead
) =>
	decide.within(world.as(as, released), {
		slug,
		reference,
		kind,
		position: '',
		feedback: '',
		why: '',
		edition: 0,
		...more
	});
export const release = (
	world: World,
	more: object = {},
	{ as = lead, now = released }: { as?: Actor; now?: Date } = {}
) =>
	releaseDecisions.within(world.as(as, now), {
		slug,
		number: 0,
		until: day('27'),
		days: '7',
		reasons: '',
		sure: 'yes',
		...more
	});
export const outcome = (world: World, held: Held, now = released) =>
	showOutcome.within(world.as(held.actor, now), { reference: held.reference });
export const accept = (world: World, held: Held, now = after(1)) =>
	acceptOffer.within(world.as(held.actor, now), { reference: held.reference });
export const decline = (world: World, held: Held, now = after(1)) =>
	declineOffer.within(world.as(held.actor, now), {
		reference: held.reference,
		words: 'A new job.',
		sure: 'yes'
	});
export const templates = async (world: World, now = released) =>
	(await world.post(now)).map(({ template }) => template).toSorted();

/** One offer, two reserves, one not, all released. */
export async function chosen(world: World): Promise<Record<'offer' | 'first' | 'second' | 'not', Held>> {
	await aCall(world);
	const [offer, first, second, not] = [
		await sent(world),
		await sent(world),
		await sent(world),
		await sent(world)
	];
	await world.post();
	await proposeDecisions.within(world.as(lead, released), {
		slug,
		offers: [offer.reference],
		reserves: [first.reference, second.reference]
	});
	await release(world);
	return { offer, first, second, not };
}
