import type { Actor } from '#shared/actor';
import { addBlankQuestion, addSection, removeSection, setFindingAside } from '#areas/programmes/server';
import type { Question } from '#areas/forms';
import { publishQuestions } from '../form-world.ts';
import type { World } from '../small-world.ts';
import { slugs } from './calls.ts';
import { markOf } from './marks.ts';

/** The question that is being written: its key is made of its words. */
export const beingWritten = markOf('a question that is being written');

/** What staff are building: a question nobody is asked yet, why a finding was left, and what was taken away. */
export async function isBuilt(world: World, now: Date, lead: Actor): Promise<void> {
	const slug = slugs.open;
	const as = world.as(lead, now);
	const question = { slug, section: 'people', label: beingWritten, kind: 'short-text' } as const;
	const { question: key } = await addBlankQuestion.within(as, question);
	const reason = markOf('why a finding was left');
	await setFindingAside.within(as, { slug, question: key, code: 'nobody-needs', reason });
	const { key: section } = await addSection.within(as, {
		slug,
		title: markOf('a section that was taken away')
	});
	await removeSection.within(as, { slug, key: section });
}

/** What staff read once the day of decisions is over: the words and a file of one applicant. */
export const forLater = (name: string) => ({
	words: markOf(`what ${name} says for later`),
	fileName: markOf(`the name of a file of ${name} for later`),
	fileText: markOf(`the words in a file of ${name} for later`)
});

/** Pages that the open call asks besides, for after the decision. */
export const laterPages = ['grant', 'grant-letter'];

export async function asksForLater(world: World, now: Date): Promise<void> {
	const common = { seenBy: 'later', neededBy: ['contact'], personal: true };
	const questions = [
		{ ...common, key: 'grant', kind: 'short-text', label: { text: 'Where would a grant go?' } },
		{ ...common, key: 'grant-letter', kind: 'file', accept: ['txt'], mostMegabytes: 5, label: { text: 'A letter from your bank' } }
	] as Question[]; // prettier-ignore
	await publishQuestions(world, (one) => one, questions, now, slugs.open);
}
