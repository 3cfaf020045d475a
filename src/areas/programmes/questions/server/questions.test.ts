import { describe, expect, test } from 'vitest';
import {
	answerPrivately,
	askQuestion,
	changeAnswerForAll,
	listQuestionsAsked,
	pointToAnswer,
	publishAnswer,
	setQuestionAside,
	showAnswerForAll,
	showAskingAbout,
	showCallToPrint,
	showQuestionAsked,
	showQuestionsAnswered,
	takeDownAnswer
} from '#areas/programmes/server';
import { callPdf } from '#areas/programmes/ui';
import { schedules } from '#server/use-case';
import { house, visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { everythingKept } from '../../../../../tests/everything-kept.ts';
import { filledIn, linkOnly, roleless, sent } from '../../../../../tests/expression-world.ts';
import { textOfPdf } from '../../../../../tests/surfaces/pdf.ts';
import { someDay, withOwnWorld, withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const words = 'May Damp Watch apply with two people?';
const answered = { question: 'May two people apply?', answer: 'No, three.', language: 'en' as const };

const ask = (world: World, { question = words, email = '', now = someDay, as = visitor as Actor } = {}) =>
	askQuestion.within(world.as(as, now), { slug, question, email });
const publicly = (world: World, now = someDay) =>
	showQuestionsAnswered.within(world.as(visitor, now), { slug });
const queue = (world: World) => listQuestionsAsked.within(world.as(lead), { slug });
const publish = (world: World, id: string, more: object = {}, as: Actor = lead) =>
	publishAnswer.within(world.as(as), { slug, id, ...answered, ...more });

async function asked(world: World, options: Parameters<typeof ask>[1] = {}): Promise<string> {
	await ask(world, options);
	return (await queue(world)).waiting.find((one) => one.words === (options.question ?? words))!.id;
}

describe('a question', () => {
	test(
		'is asked by anybody while the call takes questions, and by nobody afterwards',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			await aCall(world, { slug: 'hidden', published: null });
			await ask(world, { now: new Date(closesAt.getTime() - 1) });
			await expect(ask(world, { now: closesAt })).rejects.toMatchObject({ code: 'asking-no-questions-now' });
			await expect(showAskingAbout.within(world.as(visitor, closesAt), { slug })).rejects.toMatchObject(
				notFound
			);
			await expect(
				askQuestion.within(world.as(), { slug: 'hidden', question: words, email: '' })
			).rejects.toMatchObject(notFound);
			await expect(ask(world, { email: 'nobody' })).rejects.toMatchObject({
				fields: { email: 'not-an-email' }
			});
			expect((await queue(world)).waiting).toHaveLength(1);
		})
	);

	test(
		'is seen, answered and set aside by host staff alone',
		withWorld(async (world) => {
			await aCall(world);
			await aCall(world, { slug: 'other' });
			const id = await asked(world, { email: 'eira@example.org' });
			const held = await sent(world);
			for (const stranger of [visitor, held.actor, linkOnly, roleless]) {
				const as = world.as(stranger);
				const refused = [
					listQuestionsAsked.within(as, { slug }),
					showQuestionAsked.within(as, { slug, id }),
					publishAnswer.within(as, { slug, id, ...answered }),
					answerPrivately.within(as, { slug, id, answer: 'x' }),
					setQuestionAside.within(as, { slug, id })
				];
				for (const one of refused) await expect(one).rejects.toMatchObject(notFound);
			}
			await expect(showQuestionAsked.within(world.as(lead), { slug: 'other', id })).rejects.toMatchObject(
				notFound
			);
			expect(JSON.stringify(await queue(world))).not.toContain('eira@example.org');
		})
	);

	test(
		'that nobody has published is on no public surface, and changes none',
		withWorld(async (world) => {
			await aCall(world);
			const before = await publicly(world);
			await asked(world);
			expect(await publicly(world)).toEqual(before);
		})
	);
});

describe('an answer for everybody', () => {
	test(
		'is in words that staff chose, and those who asked hear of it; their addresses go',
		withWorld(async (world) => {
			await aCall(world);
			const first = await asked(world, { email: 'eira@example.org' });
			const second = await asked(world, { question: 'Are two enough?' });
			await publish(world, first, { also: [second] });
			expect((await publicly(world)).answers).toMatchObject([answered]);
			expect(JSON.stringify(await publicly(world))).not.toContain('Damp Watch');
			const post = await world.post();
			expect(post.map(({ to }) => to)).toEqual(['eira@example.org']);
			expect(post[0]!.text).toContain(answered.answer);
			expect(post[0]!.text).not.toContain('Damp Watch');
			expect(await world.db`select 1 from programmes.question where email is not null`).toHaveLength(0);
			const after = await queue(world);
			expect(after.waiting).toEqual([]);
			expect(after.ended.map(({ ended }) => ended!.how)).toEqual(['for-all', 'for-all']);
			await expect(publish(world, second)).rejects.toMatchObject({ code: 'asking-answered-already' });
		})
	);

	test(
		'is read again by a person where a name, an address or a reference stands in it',
		withWorld(async (world) => {
			await aCall(world);
			await sent(world);
			const id = await asked(world);
			const named = { question: 'May DAMP WATCH apply?' };
			await expect(publish(world, id, named)).rejects.toMatchObject({
				code: 'asking-gives-away',
				details: { what: ['group'] }
			});
			expect((await publicly(world)).answers).toEqual([]);
			await publish(world, id, { ...named, anyway: 'yes' });
			expect((await publicly(world)).answers).toHaveLength(1);
		})
	);

	test(
		'is told to whoever has a draft when staff say that it changes something, and not otherwise',
		withWorld(async (world) => {
			await aCall(world);
			await filledIn(world);
			await sent(world);
			await world.post();
			await publish(world, await asked(world));
			await world.runJobs();
			expect(await world.post()).toEqual([]);
			await publish(world, await asked(world), { changes: 'yes' });
			await world.runJobs();
			const post = await world.post();
			expect(post.map(({ template }) => template)).toEqual(['question-changes']);
			expect(post[0]!.text).toContain(answered.question);
		})
	);

	test(
		'is changed with its edition, pointed to by other questions, and taken down',
		withWorld(async (world) => {
			await aCall(world);
			await publish(world, await asked(world));
			const published = (await publicly(world)).answers[0]!.id;
			const { edition } = await showAnswerForAll.within(world.as(lead), { slug, id: published });
			const change = { slug, id: published, ...answered, answer: 'Yes, two.', edition };
			await changeAnswerForAll.within(world.as(lead), change);
			await expect(changeAnswerForAll.within(world.as(lead), change)).rejects.toMatchObject({
				code: 'note-edited-meanwhile'
			});
			const other = await asked(world, { email: 'bran@example.org' });
			await pointToAnswer.within(world.as(lead), { slug, id: other, published });
			expect((await world.post())[0]!.text).toContain('Yes, two.');
			await takeDownAnswer.within(world.as(lead), { slug, id: published });
			expect((await publicly(world)).answers).toEqual([]);
			await expect(takeDownAnswer.within(world.as(lead), { slug, id: published })).rejects.toMatchObject(
				notFound
			);
		})
	);
});

test(
	'what is about one person goes to that person alone',
	withWorld(async (world) => {
		await aCall(world);
		const reply = { slug, answer: 'Your own form is here.' };
		const without = await asked(world);
		await expect(answerPrivately.within(world.as(lead), { ...reply, id: without })).rejects.toMatchObject({
			code: 'asking-no-address'
		});
		const id = await asked(world, { question: 'Where is my own form?', email: 'eira@example.org' });
		await answerPrivately.within(world.as(lead), { ...reply, id });
		expect((await publicly(world)).answers).toEqual([]);
		expect(await world.post()).toMatchObject([{ to: 'eira@example.org' }]);
	})
);

test(
	'words and letters are deleted 30 days after the answer, and 180 days where there is none',
	withWorld(async (world) => {
		await aCall(world);
		const id = await asked(world, { email: 'eira@example.org' });
		await asked(world, { question: 'Zebras?' });
		await publish(world, id);
		await world.post();
		const forget = schedules.find(({ name }) => name === 'forgetOldQuestions')!.run;
		const days = (count: number) => new Date(someDay.getTime() + count * 86_400_000);
		await forget(world.as(house, new Date(days(30).getTime() - 1)));
		expect(await everythingKept(world.db)).toContain('eira@example.org');
		await forget(world.as(house, days(30)));
		const kept = await everythingKept(world.db);
		expect(kept).not.toContain('eira@example.org');
		expect(kept).not.toContain(words);
		expect(kept).toContain('Zebras?');
		await forget(world.as(house, days(180)));
		expect(await everythingKept(world.db)).not.toContain('Zebras?');
	})
);

test(
	'of two colleagues who answer one question at once, one does and the other is told',
	withOwnWorld(async (world) => {
		const id = await world.do(async (inside) => {
			await aCall(inside);
			return asked(inside, { email: 'eira@example.org' });
		});
		const both = await Promise.allSettled([1, 2].map(() => world.do((inside) => publish(inside, id))));
		expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
		expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
			reason: { code: 'asking-answered-already' }
		});
		await world.do(async (inside) => {
			expect((await publicly(inside)).answers).toHaveLength(1);
			expect(await inside.post()).toHaveLength(1);
		});
	})
);

test(
	'the PDF of a call says what was answered for all, and nothing of what was not',
	withWorld(async (world) => {
		await aCall(world);
		const id = await asked(world);
		await ask(world, { question: 'Is anybody told that I asked?' });
		const text = async () => {
			const { call, answers } = await showCallToPrint.within(world.as(), { slug });
			return textOfPdf(await callPdf(call, 'https://placard.example/programmes/spring', answers));
		};
		expect(await text()).not.toContain('Questions and answers');
		await publish(world, id);
		const after = (await text()).replaceAll(/\s+/g, ' ');
		for (const said of ['Questions and answers', answered.question, answered.answer])
			expect(after).toContain(said);
		expect(after).not.toContain('told that I asked');
	})
);
