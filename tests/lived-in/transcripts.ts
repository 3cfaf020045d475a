import { saveAnswers, writeTranscript } from '#areas/programmes/server';
import type { Actor } from '#shared/actor';
import type { Held } from '../expression-world.ts';
import { aFilm } from '../films.ts';
import type { World } from '../small-world.ts';
import { slugs } from './calls.ts';
import { markOf } from './marks.ts';

export const transcribed = markOf('a transcript of a recording');

/** A recording that was sent, and what staff wrote down of it. */
export async function isTranscribed(world: World, now: Date, held: Held, by: Actor): Promise<void> {
	const { reference, actor } = held;
	const fields = { 'recording-file': aFilm('our story.webm') };
	await saveAnswers.within(world.as(actor, now), { reference, page: 'recording', fields });
	const asked = { slug: slugs.open, reference, question: 'recording-file', edition: '0' };
	await writeTranscript.within(world.as(by, now), { ...asked, words: `We say: ${transcribed}` });
}
