import { describe, expect, test } from 'vitest';
import {
	answerMore,
	askForMore,
	endAnswering,
	eraseExpression,
	listAsked,
	moveReopening,
	readExpression,
	showApplication,
	showAsking,
	showMore,
	withdrawExpression,
	withdrawReopening
} from '#areas/programmes/server';
import { schedules } from '#server/use-case';
import { house, visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { filledIn, linkOnly, roleless, sent, type Held } from '../../../../../tests/expression-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const notFound = { code: 'not-found' };
const why = 'Who of you would be there on Mondays?';
/** After the deadline of the call, which is 11 March: noon in Leeds on 20 March. */
const until = { day: '20', month: '3', year: '2026', time: '12:00' };
const end = new Date('2026-03-20T12:00:00Z');
const after = new Date('2026-03-15T09:00:00Z');
const after20 = new Date(end.getTime() + 60_000);

const ask = (
	world: World,
	{ reference }: Pick<Held, 'reference'>,
	{ questions = ['community'], as = lead as Actor, now = after, till = until } = {}
) => askForMore.within(world.as(as, now), { slug, reference, questions, why, until: till });

const answer = (world: World, held: Held, fields: Record<string, unknown>, now = after) =>
	answerMore.within(world.as(held.actor, now), { reference: held.reference, fields });

const said = async (world: World, { reference }: Held, question: string, now = after) => {
	const { expression } = await readExpression.within(world.as(lead, now), { slug, reference });
	return expression.sections.flatMap(({ answers }) => answers).find(({ key }) => key === question)?.text;
};

async function asked(world: World, options: Parameters<typeof ask>[2] = {}) {
	await aCall(world);
	const held = await sent(world);
	await world.post();
	await ask(world, held, options);
	return held;
}

describe('asking for more', () => {
	test(
		'is for host staff, about what was sent and what they may see',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			for (const as of [visitor, held.actor, linkOnly, roleless])
				await expect(ask(world, held, { as })).rejects.toMatchObject(notFound);
			await expect(ask(world, await filledIn(world))).rejects.toMatchObject(notFound);
			// Access needs are for those whom the applicant named: nobody else asks for them by way of a list.
			await expect(ask(world, held, { questions: ['access'] })).rejects.toMatchObject({
				fields: { questions: 'not-an-option' }
			});
			await expect(ask(world, held, { questions: ['no-such'] })).rejects.toMatchObject({
				fields: { questions: 'not-an-option' }
			});
			await expect(ask(world, held, { now: end })).rejects.toMatchObject({ fields: { until: 'not-later' } });
			await withdrawExpression.within(world.as(held.actor), { ...held, sure: 'yes' });
			await expect(ask(world, held)).rejects.toMatchObject(notFound);
		})
	);

	test(
		'is done once at a time',
		withWorld(async (world) => {
			const held = await asked(world);
			await expect(ask(world, held)).rejects.toMatchObject({ code: 'asking-one-open' });
			await withdrawReopening.within(world.as(lead, after), { slug, reference: held.reference });
			await ask(world, held);
		})
	);
});

describe('questions that were not named', () => {
	test(
		'stay closed, whatever the form sends',
		withWorld(async (world) => {
			const held = await asked(world);
			await answer(world, held, {
				community: 'Renters on two estates.',
				'community-version': '1',
				change: 'Something else.',
				'change-version': '1'
			});
			expect(await said(world, held, 'community')).toEqual(['Renters on two estates.']);
			expect(await said(world, held, 'change')).toEqual([
				'Repairs are done within a month, whoever reports them.'
			]);
			const view = await showMore.within(world.as(held.actor, after), held);
			expect(view.questions.map(({ key }) => key)).toEqual(['community']);
		})
	);

	test(
		'and other applications too: whoever was not asked has no such page, and answers for nobody',
		withWorld(async (world) => {
			const held = await asked(world);
			const other = await sent(world);
			await expect(showMore.within(world.as(other.actor, after), other)).rejects.toMatchObject(notFound);
			for (const as of [visitor, other.actor, lead]) {
				const context = world.as(as, after);
				await expect(showMore.within(context, held)).rejects.toMatchObject(notFound);
				await expect(
					answerMore.within(context, { reference: held.reference, fields: { community: 'x' } })
				).rejects.toMatchObject(notFound);
				await expect(
					endAnswering.within(context, { reference: held.reference, how: 'cannot' })
				).rejects.toMatchObject(notFound);
			}
		})
	);
});

describe('the instant', () => {
	test(
		'takes an answer one millisecond before it and none at it',
		withWorld(async (world) => {
			const held = await asked(world);
			const last = new Date(end.getTime() - 1);
			await answer(world, held, { community: 'In time.', 'community-version': '1' }, last);
			await expect(
				answer(world, held, { community: 'Late.', 'community-version': '2' }, end)
			).rejects.toMatchObject({ code: 'asking-too-late' });
			expect(await said(world, held, 'community', end)).toEqual(['In time.']);
		})
	);

	test(
		'is moved by staff, also when it is over, and people are told the new one',
		withWorld(async (world) => {
			const held = await asked(world);
			await world.runJobs(after);
			await world.post(after);
			const move = { slug, reference: held.reference, until: { ...until, day: '25' } };
			await expect(
				moveReopening.within(world.as(lead, after), { ...move, until: { ...until, year: '2025' } })
			).rejects.toMatchObject({ fields: { until: 'not-later' } });
			await moveReopening.within(world.as(lead, after20), move);
			await world.runJobs(after20);
			const [letter] = await world.post(after20);
			expect(letter).toMatchObject({ template: 'more-moved', to: 'asha@example.org' });
			expect(letter!.text).toContain('25 March 2026');
			await answer(world, held, { community: 'Late and welcome.', 'community-version': '1' }, after20);
			expect(await said(world, held, 'community', after20)).toEqual(['Late and welcome.']);
		})
	);

	test(
		'is reminded of once a day before it, and not whoever has said that this is all',
		withWorld(async (world) => {
			const held = await asked(world);
			await world.runJobs(after);
			await world.post(after);
			const remind = schedules.find(({ name }) => name === 'remindOfQuestions')!.run;
			const dayBefore = new Date(end.getTime() - 20 * 3_600_000);
			await remind(world.as(house, dayBefore));
			await remind(world.as(house, dayBefore));
			expect((await world.post(dayBefore)).map(({ template }) => template)).toEqual(['more-reminder']);
			await endAnswering.within(world.as(held.actor, dayBefore), {
				reference: held.reference,
				how: 'answered'
			});
			await remind(world.as(house, new Date(end.getTime() - 3_600_000)));
			expect(await world.post(dayBefore)).toEqual([]);
		})
	);
});

describe('what was sent', () => {
	test(
		'stays whole until everything that was opened is in order',
		withWorld(async (world) => {
			const held = await asked(world, { questions: ['community', 'group'] });
			const saved = await answer(world, held, {
				community: '',
				'community-version': '1',
				group: 'Damp Watch Leeds',
				'group-version': '1'
			});
			expect(saved.isFine).toBe(false);
			expect(await said(world, held, 'group')).toEqual(['Damp Watch']);
			expect(await said(world, held, 'community')).toEqual(['Renters on the Marsh estate.']);
			await answer(world, held, { community: 'Renters.', 'community-version': '2' });
			expect(await said(world, held, 'group')).toEqual(['Damp Watch Leeds']);
			const view = await showAsking.within(world.as(lead, after), { slug, reference: held.reference });
			expect(view.asked[0]).toMatchObject({ state: 'open', why });
			expect(view.asked[0]!.questions).toMatchObject([
				{ key: 'group', before: ['Damp Watch'], now: ['Damp Watch Leeds'], changed: true },
				{ key: 'community', before: ['Renters on the Marsh estate.'], now: ['Renters.'], changed: true }
			]);
		})
	);

	test(
		'stays as it is for whoever cannot answer, and staff read why',
		withWorld(async (world) => {
			const held = await asked(world);
			const cannot = { reference: held.reference, how: 'cannot' as const, words: 'Our chair is ill.' };
			await endAnswering.within(world.as(held.actor, after), cannot);
			await expect(answer(world, held, { community: 'x' })).rejects.toMatchObject({ code: 'asking-ended' });
			const { asked: list } = await listAsked.within(world.as(lead, after), { slug });
			expect(list).toMatchObject([{ reference: held.reference, name: 'Damp Watch', state: 'cannot' }]);
			const view = await showAsking.within(world.as(lead, after), { slug, reference: held.reference });
			expect(view.asked[0]).toMatchObject({ state: 'cannot', words: 'Our chair is ill.' });
			expect(view.asked[0]!.questions).toMatchObject([{ changed: false }]);
		})
	);
});

test(
	'the applicant gets a letter with the reason, the questions and the instant, and sees it first on their page',
	withWorld(async (world) => {
		const held = await asked(world);
		const { news } = await showApplication.within(world.as(held.actor, after), held);
		expect(news.asked).toEqual({ instant: end, zone: 'Europe/London' });
		await world.runJobs(after);
		const [letter, ...more] = await world.post(after);
		expect(more).toEqual([]);
		expect(letter!.subject).toBe(`A question about application ${held.reference}`);
		expect(letter!.text).toContain(why);
		expect(letter!.text).toContain('12 noon UK time, Friday 20 March 2026');
		expect(letter!.text).toContain('Who is the community');
		expect(letter!.text).toMatch(/\/return\//);
	})
);

test(
	'a request taken back closes at once, is told, and no letter about it follows',
	withWorld(async (world) => {
		const held = await asked(world);
		await withdrawReopening.within(world.as(lead, after), { slug, reference: held.reference });
		await world.runJobs(after);
		// The first letter had nothing left to say.
		expect((await world.post(after)).map(({ template }) => template)).toEqual(['more-withdrawn']);
		await expect(answer(world, held, { community: 'x' })).rejects.toMatchObject({ code: 'asking-ended' });
		await expect(
			withdrawReopening.within(world.as(lead, after), { slug, reference: held.reference })
		).rejects.toMatchObject({ code: 'asking-nothing-open' });
	})
);

test(
	'nobody reads on who has withdrawn, and nothing is left of it once it is erased',
	withWorld(async (world) => {
		const held = await asked(world);
		await withdrawExpression.within(world.as(held.actor, after), { ...held, sure: 'yes' });
		await expect(answer(world, held, { community: 'x' })).rejects.toMatchObject({
			code: 'expression-withdrawn'
		});
		expect((await listAsked.within(world.as(lead, after), { slug })).asked).toEqual([]);
		await eraseExpression.within(world.as(held.actor, after), { ...held, sure: 'yes' });
		for (const table of ['reopening', 'reopened_question', 'reopening_until', 'reopening_end'])
			expect(await world.db.unsafe(`select 1 from programmes.${table}`)).toHaveLength(0);
	})
);
