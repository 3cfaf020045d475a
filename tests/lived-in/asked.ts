import { askForMore, decideOnPair } from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import type { Held } from '../expression-world.ts';
import type { World } from '../small-world.ts';
import { slugs } from './calls.ts';
import { markOf } from './marks.ts';

/** Staff ask one applicant about one answer again, with their reason. */
export async function isAskedForMore(
	world: World,
	now: Date,
	{ reference }: Held,
	by: Actor,
	slug: string = slugs.open
): Promise<void> {
	await askForMore.within(world.as(by, now), {
		slug,
		reference,
		questions: ['place'],
		why: `Which part of it? ${markOf('why somebody is asked for more')}`,
		until: day(new Date(now.getTime() + 9 * 86_400_000))
	});
	await world.runJobs(now);
}

/** Staff read another application with one that stands. */
export async function isReadWith(
	world: World,
	now: Date,
	stands: string,
	other: string,
	by: Actor
): Promise<void> {
	const pair = { slug: slugs.open, reference: stands, other, decision: 'one' as const };
	await decideOnPair.within(world.as(by, now), pair);
	await world.runJobs(now);
}

/** Noon of that day. */
function day(at: Date) {
	return {
		day: String(at.getUTCDate()),
		month: String(at.getUTCMonth() + 1),
		year: String(at.getUTCFullYear()),
		time: '12:00'
	};
}
