import { askForCohort, showBoard } from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import { solve } from '../src/areas/programmes/board/server/solve.ts';
import { aCall } from './call-world.ts';
import { sentBy, type Held } from './expression-world.ts';
import { days, eligible, into, reviewed, seated, type Seated } from './panel-world.ts';
import type { OwnWorld, World } from './world.ts';

export const slug = 'spring';
export const now = days(3);
export type Place = { chair: Seated; deputy: Seated; carys: Seated; sent: Held[] };

const kinds = ['access', 'definition', 'protection', 'access', 'governance', 'counterdata'];
const regions = ['wales', 'scotland', 'london', 'wales', 'london', 'east'];

/** Six applications, each read by all three, in the phase of choosing. */
export async function ready(world: World, terms: object = {}): Promise<Place> {
	await aCall(world, { content: { places: { max: '3' }, terms: { quorum: '2', ...terms } } });
	const sent: Held[] = [];
	for (const [at, kind] of kinds.entries()) {
		const held = await sentBy(world, `Group ${at}`, { kind: { kind }, where: { region: regions[at]! } });
		await eligible(world, held);
		sent.push(held);
	}
	const chair = await seated(world, 'Bethan', { part: 'chair' });
	const deputy = await seated(world, 'Deio', { part: 'deputy' });
	const carys = await seated(world, 'Carys');
	await into(world, 'review');
	await world.db`
		insert into programmes.reading (seat, expression, given_at)
		select seat.id, expression.id, ${days(0)} from programmes.seat, programmes.expression`;
	for (const [at, held] of sent.entries())
		for (const [by, one] of [chair, deputy, carys].entries())
			await reviewed(world, one, held, { score: String(5 + ((at * 2 + by) % 5)) });
	await into(world, 'selection', days(1));
	return { chair, deputy, carys, sent };
}

export const board = (world: World, actor: Actor, more: object = {}) =>
	showBoard.within(world.as(actor, now), { slug, ...more });

/** Asked in one transaction, worked out in its own, and seen in a third. */
export async function worked(place: OwnWorld, actor: Actor, changes: object = {}): Promise<string> {
	const { solving } = await place.do((world) => askForCohort.within(world.as(actor, now), { slug, changes }));
	await solve(solving);
	return solving;
}
export const idOf = async (world: World, { reference }: Held) =>
	(await world.db<{ id: string }[]>`select id from programmes.expression where reference = ${reference}`)[0]!
		.id;
