import { proposeDecisions, releaseDecisions } from '#areas/programmes/server';
import { aCall, lead } from '../../call-world.ts';
import { sentBy, type Held } from '../../expression-world.ts';
import { dayOf } from '#shared/dates';
import type { World } from '../../small-world.ts';

const day = 86_400_000;
export const emailOf = (slug: string, number: number) => `${slug}-${number}@example.org`;
export type Decided = { slug: string; all: Held[]; now: Date };

/** A call that is over, with a decision about everybody: offers first, then reserves in their order, then the others. */
export async function decided(
	world: World,
	slug: string,
	{ people, offers, reserves }: { people: number; offers: number; reserves: number }
): Promise<Decided> {
	const now = new Date();
	const local = (days: number) => `${dayOf(new Date(now.getTime() + days * day), 'Europe/London')}T12:00`;
	await aCall(world, {
		slug,
		opens: local(-60),
		closes: local(-11),
		decisionsBy: local(3).slice(0, 10),
		published: new Date(now.getTime() - 61 * day)
	});
	const all: Held[] = [];
	const sentAt = new Date(now.getTime() - 12 * day);
	for (let number = 0; number < people; number++) {
		const email = emailOf(slug, number);
		const contact = { contact: { 'contact-name': 'Asha', email, telephone: '' } };
		all.push(await sentBy(world, `Group ${number}`, contact, sentAt, slug));
	}
	const references = all.map(({ reference }) => reference);
	await proposeDecisions.within(world.as(lead, new Date(now.getTime() - 10 * day)), {
		slug,
		offers: references.slice(0, offers),
		reserves: references.slice(offers, offers + reserves)
	});
	return { slug, all, now };
}

/** Told nine days ago, with an answer until yesterday at noon that nobody gave. */
export async function toldAndLate(world: World, { slug, now }: Decided): Promise<void> {
	const at = new Date(now.getTime() - 9 * day);
	const [year = '', month = '', date = ''] = dayOf(new Date(now.getTime() - day), 'Europe/London').split('-');
	const until = { day: date, month, year, time: '12:00' };
	await releaseDecisions.within(world.as(lead, at), { slug, number: 0, until, days: '7', sure: 'yes' });
}
