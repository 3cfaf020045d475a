import { expect, test } from 'vitest';
import { changesBetween, changeSentence } from './changes.ts';
import type { Kind, Question } from './question.ts';

const ask = (key: string, kind: Kind, more: Partial<Question> = {}) =>
	({ key, label: { text: key }, seenBy: 'staff', ...kind, ...more }) as Question;
const formOf = (...questions: Question[]) => ({
	sections: [{ key: 's', title: { text: 'S' }, pages: [{ key: 'p', questions }] }]
});
const said = (older: Question[], newer: Question[], locale: 'en' | 'cy' = 'en') =>
	changesBetween(formOf(...older), formOf(...newer), locale).map((one) => changeSentence(one, locale));
const who = ask('who', { kind: 'long-text', maxWords: 200 }, { label: { text: 'Who is it for?' } });

test.each<[string, Question[], string]>([
	['a question more', [who, ask('new', { kind: 'email' })], '“new” is a new question.'],
	['a question less', [], '“Who is it for?” is not asked any more. What you wrote there is kept for you alone.'],
	['other words', [{ ...who, label: { text: 'For whom?' } }], '“For whom?” has new words. It was “Who is it for?”.'],
	['needed now', [{ ...who, required: true }], '“Who is it for?” needs an answer now. You could leave it out before.'],
	['fewer words', [{ ...who, maxWords: 150 } as Question], 'The limit of “Who is it for?” is 150 words now. It was 200.'],
	['others who see it', [{ ...who, seenBy: 'panel' }], 'Who sees the answer to “Who is it for?” has changed.'],
	['kept for less', [{ ...who, neededBy: ['choosing'] }], 'How long we keep the answer to “Who is it for?” has changed.']
])('%s', (_, newer, sentence) => {
	expect(said([who], newer)).toEqual([sentence]);
}); // prettier-ignore

test('a translation is no change for whoever reads another language', () => {
	const translated: Question = {
		...who,
		label: { texts: { en: 'Who is it for?', cy: 'I bwy?' }, main: 'en' }
	};
	expect(said([who], [translated])).toEqual([]);
	expect(said([who], [translated], 'cy')).toHaveLength(1);
});

test('a form and itself differ in nothing', () => {
	expect(said([who], [structuredClone(who)])).toEqual([]);
});
