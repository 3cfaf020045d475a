import { eraseEarly, recordRequest } from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import type { World } from '../small-world.ts';
import { sends } from './applicants.ts';
import { slugs } from './calls.ts';
import { markOf } from './marks.ts';

export const keptWords = {
	reason: markOf('why one was deleted early'),
	contact: `${markOf('the address of a request')}@example.org`
};

/** One that a lead deleted before its time, with the reason on the receipt. */
export async function isErasedEarly(world: World, now: Date, by: Actor): Promise<void> {
	const { reference } = await sends(world, now, 'Efa');
	const asked = { slug: slugs.open, reference, reason: keptWords.reason, sure: 'yes' as const };
	await eraseEarly.within(world.as(by, now), asked);
}

/** Somebody asked staff for a copy, by an address. */
export async function isRequested(world: World, now: Date, by: Actor): Promise<void> {
	const [year, month, day] = new Date(now.getTime() - 86_400_000).toISOString().slice(0, 10).split('-');
	await recordRequest.within(world.as(by, now), {
		slug: slugs.open,
		kind: 'copy',
		about: keptWords.contact,
		came: { day, month, year },
		identity: 'They rang.'
	});
}
