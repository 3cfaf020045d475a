import { askQuestion, listQuestionsAsked, publishAnswer } from '#areas/programmes/server';
import { visitor, type Actor } from '#shared/actor';
import type { World } from '../small-world.ts';
import { slugs } from './calls.ts';
import { markOf } from './marks.ts';

/** What somebody asked, and nobody has answered yet. */
export const asked = {
	question: markOf('a question nobody has answered'),
	email: `${markOf('the address for an answer')}@example.org`
};

/** A question as everybody reads it, with its answer. */
export async function isAnsweredForAll(world: World, now: Date, by: Actor): Promise<void> {
	await ask(world, now, { question: 'May three people apply?', email: '' });
	const { waiting } = await listQuestionsAsked.within(world.as(by, now), { slug: slugs.open });
	await publishAnswer.within(world.as(by, now), {
		slug: slugs.open,
		id: waiting[0]!.id,
		question: 'May three people apply?',
		answer: 'Yes.',
		language: 'en'
	});
}

export function isAskedAbout(world: World, now: Date): Promise<void> {
	return ask(world, now, { ...asked, question: `Is it dry there? ${asked.question}` });
}

async function ask(world: World, now: Date, words: { question: string; email: string }): Promise<void> {
	await askQuestion.within(world.as(visitor, now), { slug: slugs.open, ...words });
}
