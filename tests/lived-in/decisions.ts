import { decide, writeLetterWords } from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import type { Held } from '../expression-world.ts';
import type { World } from '../small-world.ts';
import { slugs } from './calls.ts';
import { markOf } from './marks.ts';

export const pending = {
	feedback: markOf('feedback that is not released'),
	why: markOf('why a decision is held back'),
	letter: markOf('what a letter of decisions will say')
};

/** Staff decided about it, and have not told anybody. */
export async function isDecided(world: World, now: Date, held: Held, by: Actor): Promise<void> {
	const staff = world.as(by, now);
	const { feedback, why, letter } = pending;
	await decide.within(staff, {
		slug: slugs.open,
		reference: held.reference,
		kind: 'offer',
		position: '',
		feedback,
		held: 'yes',
		why,
		edition: 0
	});
	const words = `{group}: ${letter}`;
	await writeLetterWords.within(staff, {
		slug: slugs.open,
		kind: 'offer',
		language: 'en',
		words,
		edition: 0
	});
	await world.runJobs(now);
}
