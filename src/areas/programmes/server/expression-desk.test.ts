import { describe, expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import {
	castEquality,
	dismissArranger,
	extendDeadline,
	nameArranger,
	askEquality,
	saveAnswers,
	sendExpression,
	showEquality,
	showEqualityCounts,
	typeUpExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { answered, begun, filledIn, otherLead } from '../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';
const administrator: Actor = { ...(lead as Extract<Actor, { kind: 'person' }>), roles: ['administrator'] };
const received = { day: '14', month: '1', year: '2026', time: '9:30am' };

describe('typing up a paper or telephone application', () => {
	const typeUp = (world: World, input: object = {}, as = lead, now = someDay) =>
		typeUpExpression.within(world.as(as, now), { slug, met: [], from: 'paper', received, ...input });

	test(
		'is done by staff as themselves, with the same form, and judged by when it arrived',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			const late = new Date(closesAt.getTime() + 3 * 86_400_000);
			const { reference } = await typeUp(world, {}, lead, late);
			for (const [page, fields] of Object.entries(answered))
				await saveAnswers.within(world.as(lead, late), { reference, page, fields });
			await sendExpression.within(world.as(lead, late), { reference });
			const [row] = await world.db`select entered_by, entered_from, begun_at from programmes.expression`;
			expect(row).toEqual({
				enteredBy: (lead as { id: string }).id,
				enteredFrom: 'paper',
				begunAt: new Date('2026-01-14T09:30:00Z')
			});
		})
	);
	test(
		'nobody else goes on with it, not even other staff; and nobody once it is sent',
		withWorld(async (world) => {
			await aCall(world);
			const { reference } = await typeUp(world);
			const save = (as: Actor) =>
				saveAnswers.within(world.as(as), { reference, page: 'group', fields: { group: 'x' } });
			for (const stranger of [visitor, otherLead])
				await expect(save(stranger)).rejects.toMatchObject({ code: 'not-found' });
			for (const [page, fields] of Object.entries(answered))
				await saveAnswers.within(world.as(lead), { reference, page, fields });
			await sendExpression.within(world.as(lead), { reference });
			await expect(save(lead)).rejects.toMatchObject({ code: 'not-found' });
		})
	);
	test(
		'what came after the deadline, before the opening or tomorrow is refused, and so is everybody but staff',
		withWorld(async (world) => {
			await aCall(world);
			const late = new Date('2026-03-20T12:00:00Z');
			await expect(typeUp(world, {}, visitor)).rejects.toMatchObject({ code: 'not-found' });
			await expect(typeUp(world, { from: 'pigeon' })).rejects.toMatchObject({ fields: { from: 'missing' } });
			await expect(typeUp(world, { received: { ...received, day: '16' } })).rejects.toMatchObject({
				fields: { received: 'in-the-future' }
			});
			await expect(typeUp(world, { received: { ...received, day: '4' } })).rejects.toMatchObject({
				fields: { received: 'before-it-opened' }
			});
			await expect(
				typeUp(world, { received: { ...received, day: '11', month: '3', time: '12 noon' } }, lead, late)
			).rejects.toMatchObject({
				fields: { received: 'after-it-closed' }
			});
		})
	);
});

describe('equality questions', () => {
	const fields = {
		'equality-age': 'under-25',
		'equality-gender': 'woman',
		'equality-ethnicity': 'nonsense',
		'equality-disability-shown': 'yes'
	};

	test(
		'are counted and joined to nobody: no row, event or time tells who chose what',
		withWorld(async (world) => {
			await aCall(world);
			const held = await filledIn(world);
			const { ballot } = await askEquality.within(world.as(held.actor), held);
			await castEquality.within(world.as(), { ballot: ballot!, fields });
			expect(
				await world.db`select question, option, count from programmes.equality_count order by question`
			).toEqual([
				{ question: 'equality-age', option: 'under-25', count: 1 },
				{ question: 'equality-gender', option: 'woman', count: 1 }
			]);
			expect(await world.db`select equality_asked from programmes.expression`).toEqual([
				{ equalityAsked: true }
			]);
			expect(await world.db`select 1 from programmes.answer where question like 'equality%'`).toHaveLength(0);
			expect(await world.events()).toEqual(['expression.begun']);
		})
	);
	test(
		'are counted once for each application, and asked of its applicant alone',
		withWorld(async (world) => {
			await aCall(world);
			const [held, other] = [await begun(world), await begun(world)];
			const { ballot } = await askEquality.within(world.as(held.actor), held);
			expect((await askEquality.within(world.as(held.actor), held)).ballot).toBeNull();
			for (const one of [ballot!, ballot!, 'made up', ''])
				await castEquality.within(world.as(), { ballot: one, fields });
			expect(
				await world.db`select count from programmes.equality_count where question = 'equality-age'`
			).toEqual([{ count: 1 }]);
			expect(await world.db`select 1 from programmes.equality_ballot`).toHaveLength(0);
			expect((await showEquality.within(world.as(held.actor), held)).asked).toBe(true);
			for (const stranger of [visitor, lead, other.actor])
				await expect(askEquality.within(world.as(stranger), held)).rejects.toMatchObject({
					code: 'not-found'
				});
		})
	);
	test(
		'are shown to staff rounded, and only once nobody can answer any more',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			for (let n = 0; n < 6; n += 1) {
				const held = await begun(world);
				const { ballot } = await askEquality.within(world.as(held.actor), held);
				await castEquality.within(world.as(), { ballot: ballot!, fields });
			}
			const show = (now: Date, as: Actor = lead) => showEqualityCounts.within(world.as(as, now), { slug });
			const end = new Date(closesAt.getTime() + 15 * 60_000);
			await expect(show(new Date(end.getTime() - 1))).rejects.toMatchObject({ code: 'not-found' });
			await expect(show(end, visitor)).rejects.toMatchObject({ code: 'not-found' });
			const shown = await show(end);
			expect(shown.filter(({ about }) => about !== null)).toEqual([
				{ question: 'equality-age', option: 'under-25', about: 5 },
				{ question: 'equality-gender', option: 'woman', about: 5 }
			]);
			const held = await begun(world);
			const until = { day: '20', month: '3', year: '2026', time: '12:00' };
			await extendDeadline.within(world.as(lead, end), { reference: held.reference, until, why: 'Ill.' });
			await expect(show(end)).rejects.toMatchObject({ code: 'not-found' });
		})
	);
});

test(
	'only an administrator names who reads access needs, and dismisses them',
	withWorld(async (world) => {
		await aCall(world);
		const person = (otherLead as { id: string }).id;
		const named = { slug, person, shownAs: 'Bo, who arranges access' };
		for (const stranger of [visitor, lead]) {
			await expect(nameArranger.within(world.as(stranger), named)).rejects.toMatchObject({
				code: 'not-found'
			});
			await expect(dismissArranger.within(world.as(stranger), named)).rejects.toMatchObject({
				code: 'not-found'
			});
		}
		await expect(
			nameArranger.within(world.as(administrator), { ...named, shownAs: ' ' })
		).rejects.toMatchObject({ fields: { shownAs: 'missing' } });
		await nameArranger.within(world.as(administrator), named);
		await dismissArranger.within(world.as(administrator), named);
		await dismissArranger.within(world.as(administrator), named);
		expect(await world.events()).toEqual(['call.arranger-dismissed', 'call.arranger-named']);
	})
);
