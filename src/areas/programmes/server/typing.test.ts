import { describe, expect, test } from 'vitest';
import { house, visitor, type Actor } from '#shared/actor';
import { schedules } from '#server/use-case';
import {
	checkAnswers,
	saveAnswers,
	saveWholeForm,
	sendExpression,
	showTypedUp,
	showTyping,
	takeOverTyping,
	typeUpExpression,
	withdrawFromPaper
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { answered, begun, otherLead, save, sent } from '../../../../tests/expression-world.ts';
import { joins } from '../../../../tests/lived-in/people.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';
const received = { day: '14', month: '1', year: '2026', time: '9:30am' };

const typeUp = (world: World, input: object = {}, as: Actor = lead, now = someDay) =>
	typeUpExpression.within(world.as(as, now), { slug, met: [], from: 'paper', received, ...input });

describe('typing up a paper or telephone application', () => {
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
		'nobody else goes on with it or reads it, not even other staff; and nobody once it is sent',
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
	test(
		'it asks for every yes, no or "not said" of the call, and keeps what was left open as that',
		withWorld(async (world) => {
			await aCall(world, { content: { eligibility: { must: ['You are three or more.'] } } });
			await expect(typeUp(world)).rejects.toMatchObject({ fields: { 'must-0': 'missing' } });
			await typeUp(world, { met: ['unsaid'] });
			const [row] = await world.db`select eligibility from programmes.expression`;
			expect(row).toEqual({ eligibility: [{ must: 'You are three or more.', met: null }] });
		})
	);
	test(
		'what was begun before the deadline can be finished weeks after it, and gives its applicant no more time',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			const { reference } = await typeUp(world);
			const late = new Date(closesAt.getTime() + 14 * 86_400_000);
			for (const [page, fields] of Object.entries(answered))
				await saveAnswers.within(world.as(lead, late), { reference, page, fields });
			await sendExpression.within(world.as(lead, late), { reference });
			const { expression } = await showTypedUp.within(world.as(otherLead, late), { slug, reference });
			expect(expression).toMatchObject({ state: 'sent', mayChange: false, extended: false });
		})
	);
});

describe('what is missing on paper', () => {
	test(
		'is left out and said to be; only an empty one is not sent, and what makes no sense is mended',
		withWorld(async (world) => {
			await aCall(world);
			const { reference } = await typeUp(world);
			const send = () => sendExpression.within(world.as(lead), { reference });
			const save = (page: string, fields: object) =>
				saveAnswers.within(world.as(lead), { reference, page, fields: fields as Record<string, unknown> });
			await expect(send()).rejects.toMatchObject({ code: 'nothing-typed' });
			await save('contact', { 'contact-name': '', email: 'not an address', telephone: '' });
			await expect(send()).rejects.toMatchObject({ code: 'expression-incomplete' });
			await save('contact', { 'contact-name': '', email: '', 'email-version': '1', telephone: '' });
			await save('change', { change: `Repairs. ${'word '.repeat(400)}` });
			const { inTheWay, leftOut } = await checkAnswers.within(world.as(lead), { reference });
			expect(inTheWay).toEqual([]);
			expect(leftOut.map(({ key }) => key)).toContain('email');
			expect(leftOut.map(({ key }) => key)).not.toContain('change');
			await send();
			expect((await showTypedUp.within(world.as(lead), { slug, reference })).receiptGoesTo).toBeNull();
			await expect(send()).resolves.toEqual({ reference });
			await expect(sendExpression.within(world.as(otherLead), { reference })).rejects.toMatchObject({
				code: 'not-found'
			});
		})
	);
	test(
		'is never left out by an applicant who writes it themselves',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			await save(world, held, 'group', { group: 'Damp Watch' });
			const { inTheWay, leftOut } = await checkAnswers.within(world.as(held.actor), held);
			expect(inTheWay.length).toBeGreaterThan(5);
			expect(leftOut).toEqual([]);
		})
	);
});

describe('what is being typed up', () => {
	test(
		'is known to all staff, and read by whoever takes it over, who is named with the first',
		withWorld(async (world) => {
			await aCall(world);
			const mair = await asStaff(world, 'Mair');
			const bo = await asStaff(world, 'Bo');
			const { reference } = await typeUp(world, {}, mair);
			for (const stranger of [visitor, { ...lead, assurance: 1 } as Actor]) {
				await expect(showTyping.within(world.as(stranger), { slug })).rejects.toMatchObject({
					code: 'not-found'
				});
				await expect(takeOverTyping.within(world.as(stranger), { slug, reference })).rejects.toMatchObject({
					code: 'not-found'
				});
			}
			expect((await showTyping.within(world.as(bo), { slug })).drafts).toMatchObject([
				{ reference, isMine: false, typedBy: ['Mair'], from: 'paper' }
			]);
			await takeOverTyping.within(world.as(bo, later), { slug, reference });
			await takeOverTyping.within(world.as(bo, later), { slug, reference });
			await saveAnswers.within(world.as(bo), { reference, page: 'group', fields: { group: 'x' } });
			await expect(
				saveAnswers.within(world.as(mair), { reference, page: 'group', fields: { group: 'y' } })
			).rejects.toMatchObject({ code: 'not-found' });
			const { expression } = await checkAnswers.within(world.as(bo), { reference });
			expect(expression.typedBy).toEqual(['Mair', 'Bo']);
			expect(await world.events()).toEqual(['expression.typed-up', 'expression.taken-over']);
		})
	);
	test(
		'is not taken over once it is sent, nor what an applicant is writing, nor through another call',
		withWorld(async (world) => {
			await aCall(world);
			await aCall(world, { slug: 'autumn' });
			const [{ reference }, draft] = [await typeUp(world), await begun(world)];
			const take = (reference: string, of = slug) =>
				takeOverTyping.within(world.as(otherLead), { slug: of, reference });
			await expect(take(draft.reference)).rejects.toMatchObject({ code: 'not-found' });
			await expect(take(reference, 'autumn')).rejects.toMatchObject({ code: 'not-found' });
			await saveWholeForm.within(world.as(lead), { reference, fields: { group: 'Damp Watch' } });
			await sendExpression.within(world.as(lead), { reference });
			await expect(take(reference)).rejects.toMatchObject({ code: 'not-found' });
		})
	);
	test(
		'its applicant is reminded of nothing, and gets the receipt in the language of the paper',
		withWorld(async (world) => {
			await aCall(world);
			const { reference } = await typeUp(world, { language: 'cy' }, await asStaff(world, 'Mair'));
			const typist = await typistOf(world, reference);
			for (const [page, fields] of Object.entries(answered))
				await saveAnswers.within(world.as(typist), { reference, page, fields });
			await remindAll(world, new Date('2026-03-10T12:00:00Z'));
			expect(await world.post()).toEqual([]);
			await sendExpression.within(world.as(typist), { reference });
			await world.runJobs();
			const [letter] = await world.post();
			expect(letter).toMatchObject({ template: 'expression-receipt', to: 'asha@example.org' });
			expect(letter!.text).toContain('Mair');
			expect(letter!.text).toContain('Cyfeirnod');
		})
	);
	test(
		'what an applicant sent by themselves has no receipt of ours on paper',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			for (const one of [visitor, lead, held.actor])
				await expect(showTypedUp.within(world.as(one), { slug, ...held })).rejects.toMatchObject({
					code: 'not-found'
				});
		})
	);
});

test(
	'staff take back what came on paper when its applicant asks; never what somebody sent by themselves',
	withWorld(async (world) => {
		await aCall(world);
		await aCall(world, { slug: 'autumn' });
		const [{ reference }, held] = [await typeUp(world), await sent(world)];
		const take = (as: Actor, of: object = {}) =>
			withdrawFromPaper.within(world.as(as), { slug, reference, sure: 'yes', ...of });
		await expect(take(lead)).rejects.toMatchObject({ code: 'not-found' });
		await saveWholeForm.within(world.as(lead), { reference, fields: { group: 'Damp Watch' } });
		await sendExpression.within(world.as(lead), { reference });
		for (const [as, of] of [
			[visitor, {}],
			[held.actor, {}],
			[lead, { slug: 'autumn' }],
			[lead, { reference: held.reference }]
		] as const)
			await expect(take(as, of)).rejects.toMatchObject({ code: 'not-found' });
		await expect(take(lead, { sure: '' })).rejects.toMatchObject({ fields: { sure: 'missing' } });
		await take(otherLead);
		expect(await world.events()).toContain('expression.withdrawn');
		await expect(showTypedUp.within(world.as(lead), { slug, reference })).rejects.toMatchObject({
			code: 'not-found'
		});
	})
);

const later = new Date(someDay.getTime() + 60_000);

async function asStaff(world: World, name: string): Promise<Actor> {
	const { id } = await joins(world, someDay, { name, roles: ['lead'] });
	return { kind: 'person', id, assurance: 2, roles: ['lead'] };
}

async function typistOf(world: World, reference: string): Promise<Actor> {
	const [row] = await world.db<{ enteredBy: string }[]>`
		select entered_by from programmes.expression where reference = ${reference}`;
	return { kind: 'person', id: row!.enteredBy, assurance: 2, roles: ['lead'] };
}

async function remindAll(world: World, now: Date): Promise<void> {
	for (const { name, run } of schedules) if (name === 'remindDrafts') await run(world.as(house, now));
}
