import {
	askEquality,
	castEquality,
	nameArranger,
	sendExpression,
	withdrawExpression
} from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import { aCall } from '../call-world.ts';
import { begun, filledIn, sent } from '../expression-world.ts';
import { joins } from '../lived-in/people.ts';
import type { World } from '../small-world.ts';
import type { RunningPlacard } from './server.ts';

const day = 86_400_000;
const from = (days: number) => new Date(Date.now() + days * day);
const local = (days: number) => from(days).toISOString().slice(0, 16);

/** The day and time so many days from now, as the boxes of a form take them. */
export function parts(days: number) {
	const date = from(days);
	return {
		Day: String(date.getUTCDate()),
		Month: String(date.getUTCMonth() + 1),
		Year: String(date.getUTCFullYear()),
		Time: '12 noon'
	};
}

/** A call that is open, and one that is over, with what is left of it to count and to delete. */
export async function paperWorld(placard: RunningPlacard): Promise<void> {
	await placard.do(async (world) => {
		await aCall(world, {
			slug: 'spring',
			opens: local(-20),
			closes: local(20),
			published: from(-30),
			content: {
				name: 'Marsh Street',
				eligibility: { must: ['You are a group of three people or more.'] },
				contact: { name: 'Mair', email: 'mair@example.org' }
			}
		});
		await aCall(world, {
			slug: 'autumn',
			opens: local(-130),
			closes: local(-90),
			published: from(-140),
			content: { name: 'Autumn round', keep: { months: 1 } }
		});
		await theEndOfAutumn(world);
		await whoArranges(world);
	});
}

async function theEndOfAutumn(world: World): Promise<void> {
	const now = from(-100);
	for (let n = 0; n < 12; n += 1) {
		const held = await begun(world, { slug: 'autumn', now });
		const { ballot } = await askEquality.within(world.as(held.actor, now), held);
		await castEquality.within(world.as(), {
			ballot: ballot!,
			fields: { 'equality-age': n < 8 ? 'from-25' : 'from-60', 'equality-disability': n < 7 ? 'yes' : 'no' }
		});
	}
	await sent(world, { slug: 'autumn', now });
	const gone = await filledIn(world, { slug: 'autumn', now });
	await sendExpression.within(world.as(gone.actor, now), gone);
	await withdrawExpression.within(world.as(gone.actor, from(-40)), { ...gone, sure: 'yes' });
}

async function whoArranges(world: World): Promise<void> {
	const { id: person } = await joins(world, from(-10), { name: 'Bo', roles: ['lead'] });
	const administrator: Actor = { kind: 'person', id: person, assurance: 2, roles: ['administrator'] };
	await nameArranger.within(world.as(administrator, from(-5)), {
		slug: 'autumn',
		person,
		shownAs: 'Bo, who books rooms and interpreters'
	});
}
