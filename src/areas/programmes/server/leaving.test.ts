import { describe, expect, test } from 'vitest';
import { house, visitor } from '#shared/actor';
import {
	eraseDue,
	eraseExpression,
	listEndings,
	redeemReturnCode,
	showApplication,
	showHoldings,
	withdrawExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { everythingKept } from '../../../../tests/everything-kept.ts';
import { begun, filledIn, save, sent } from '../../../../tests/expression-world.ts';
import { someDay, withWorld } from '../../../../tests/world.ts';

const sure = 'yes';

describe('withdrawing', () => {
	test(
		'is immediate, confirmed with the date of deletion, and undone by nothing',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await world.post();
			await withdrawExpression.within(world.as(held.actor), { ...held, sure });
			await withdrawExpression.within(world.as(held.actor), { ...held, sure });
			await world.runJobs();
			const letters = await world.post();
			expect(letters).toMatchObject([{ template: 'expression-withdrawn', to: 'asha@example.org' }]);
			expect(letters[0]!.text).toContain('Thursday 29 January 2026');
			const { expression } = await showApplication.within(world.as(held.actor), held);
			expect(expression).toMatchObject({ state: 'withdrawn', mayChange: false });
		})
	);
	test(
		'needs a yes, something that was sent, and its applicant',
		withWorld(async (world) => {
			await aCall(world);
			const [draft, held] = [await begun(world), await sent(world)];
			const withdraw = (as = held.actor, input: object = { sure }, of = held) =>
				withdrawExpression.within(world.as(as), { ...of, ...input });
			await expect(withdraw(held.actor, {})).rejects.toMatchObject({ fields: { sure: 'missing' } });
			await expect(withdraw(draft.actor, { sure }, draft)).rejects.toMatchObject({
				code: 'expression-not-sent'
			});
			for (const stranger of [visitor, lead, draft.actor])
				await expect(withdraw(stranger)).rejects.toMatchObject({ code: 'not-found' });
		})
	);
});

describe('deleting', () => {
	test(
		'leaves a husk for the counts, and in the whole database not a word that was written',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await save(world, held, 'recording', { letter: new File(['our story'], 'secret-plan.txt') });
			await save(
				world,
				held,
				'group',
				{ group: 'Mould Watch', 'group-version': '1' },
				new Date(someDay.getTime() + 3_600_000)
			);
			const [letter] = await world.post();
			const code = /[0-9A-Z]{4}(-[0-9A-Z]{4}){4}/.exec(letter!.text)![0];
			const telling = [
				'Damp Watch',
				'Mould Watch',
				'Asha',
				'asha@example.org',
				'Marsh',
				'A room without steps',
				'secret-plan',
				held.reference
			];
			const before = await everythingKept(world.db);
			for (const word of telling) expect(before, word).toContain(word);
			await eraseExpression.within(world.as(held.actor), { ...held, sure });
			const after = await everythingKept(world.db);
			for (const word of telling) expect(after, word).not.toContain(word);
			await expect(redeemReturnCode.within(world.as(), { code })).rejects.toMatchObject({
				code: 'return-unknown'
			});
			await expect(showApplication.within(world.as(held.actor), held)).rejects.toMatchObject({
				code: 'not-found'
			});
			const [husk] = await world.db`
				select begun_at, erased_why, at from programmes.expression join programmes.submission on submission.expression = expression.id`;
			expect(husk).toEqual({
				begunAt: new Date('2026-01-12T00:00:00Z'),
				erasedWhy: 'asked',
				at: new Date('2026-01-12T00:00:00Z')
			});
		})
	);
	test(
		'needs a yes and its applicant; a draft goes too',
		withWorld(async (world) => {
			await aCall(world);
			const [held, other] = [await begun(world), await begun(world)];
			await expect(eraseExpression.within(world.as(held.actor), held)).rejects.toMatchObject({
				fields: { sure: 'missing' }
			});
			for (const stranger of [visitor, lead, other.actor])
				await expect(eraseExpression.within(world.as(stranger), { ...held, sure })).rejects.toMatchObject({
					code: 'not-found'
				});
			await eraseExpression.within(world.as(held.actor), { ...held, sure });
			expect(await world.events()).toContain('expression.erased');
		})
	);
	test(
		'happens by itself when the time has come, and not before; staff see the dates first',
		withWorld(async (world) => {
			await aCall(world, { content: { keep: { months: 6, draftDays: 40 } } });
			const [draft, held, gone] = [await filledIn(world), await sent(world), await sent(world)];
			await withdrawExpression.within(world.as(gone.actor), { ...gone, sure });
			const list = (now = someDay) => listEndings.within(world.as(lead, now), { slug: 'spring' });
			const { coming, due } = await list();
			expect(
				coming.map(({ at, why, references }) => [at.instant.toISOString().slice(0, 16), why, references])
			).toEqual([['2026-09-27T00:00', 'kept-long-enough', [held.reference]]]);
			expect(due).toEqual([]);
			for (const stranger of [visitor, held.actor])
				await expect(listEndings.within(world.as(stranger), { slug: 'spring' })).rejects.toMatchObject({
					code: 'not-found'
				});
			const spring = await list(new Date('2026-04-20T11:00:00Z'));
			// A draft and what was withdrawn go then; staff may not so much as count them.
			expect([spring.due, spring.withoutDate]).toEqual([[], 0]);
			expect(spring.gone).toEqual([]);
			const run = async (at: string) => (await eraseDue.within(world.as(house, new Date(at)), {})).erased;
			expect(await run('2026-01-29T11:59:59.999Z')).toBe(0);
			expect(await run('2026-01-29T12:00:00Z')).toBe(1);
			expect(await run('2026-04-20T11:00:00Z')).toBe(1);
			await expect(showApplication.within(world.as(draft.actor), draft)).rejects.toMatchObject({
				code: 'not-found'
			});
			expect(await run('2026-09-27T00:00:00Z')).toBe(1);
			expect(await run('2030-01-01T00:00:00Z')).toBe(0);
			expect((await list(new Date('2030-01-01T00:00:00Z'))).gone).toEqual([
				{ week: '2026-09-21', why: 'kept-long-enough', sent: true, count: 1 },
				{ week: '2026-04-20', why: 'unsent', sent: false, count: 1 },
				{ week: '2026-01-26', why: 'withdrawn', sent: true, count: 1 }
			]);
		})
	);
});

test(
	'what is held about an applicant is shown to them whole, and to nobody else',
	withWorld(async (world) => {
		await aCall(world);
		const [held, other] = [await sent(world), await begun(world)];
		await save(world, held, 'recording', { letter: new File(['our story'], 'story.txt') });
		await save(world, held, 'group', { group: 'Mould Watch', 'group-version': '1' });
		await world.post();
		const holdings = await showHoldings.within(world.as(held.actor), held);
		expect(holdings).toMatchObject({
			language: 'en',
			equalityAsked: false,
			former: [
				{ question: 'What is your group or campaign called?', text: ['Damp Watch'] },
				{ question: 'A letter or document', text: [] }
			],
			files: [{ name: 'story.txt', kind: 'txt', size: 9 }],
			letters: [{ to: 'asha@example.org', locale: 'en' }],
			waysIn: { codes: 2, devices: 1 }
		});
		expect(holdings.happenings.map(({ name }) => name)).toEqual(['expression.begun', 'expression.submitted']);
		const answers = holdings.expression.sections.flatMap((section) => section.answers);
		expect(answers.find(({ key }) => key === 'access')!.text).toEqual(['A room without steps.']);
		for (const stranger of [visitor, lead, other.actor])
			await expect(showHoldings.within(world.as(stranger), held)).rejects.toMatchObject({
				code: 'not-found'
			});
	})
);
