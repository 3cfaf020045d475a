import { describe, expect, test } from 'vitest';
import {
	askToLead,
	changeCoApplicant,
	decideTakeOver,
	giveLead,
	inviteAgain,
	leaveTogether,
	listTakeOvers,
	refuseHandOver,
	showApplication,
	showHandOver,
	showPeople,
	takeOffCoApplicant
} from '#areas/programmes/server';
import { showLetter } from '#server/mail';
import { schedules } from '#server/use-case';
import { house, visitor, type Actor } from '#shared/actor';
import { lead as staffLead } from '../../../../../tests/call-world.ts';
import { linkOnly, sent } from '../../../../../tests/expression-world.ts';
import {
	asks,
	later,
	leads,
	slug,
	sorted,
	three,
	waiting,
	why
} from '../../../../../tests/hand-over-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';

async function people(world: World, actor: Actor, now?: Date) {
	const reference = (
		await world.db<{ reference: string }[]>`select reference from programmes.expression`
	)[0]!;
	return (await showPeople.within(world.as(actor, now), reference)).people;
}

const notFound = { code: 'not-found' };
const over = { code: 'hand-over-over' };

describe('somebody asks to take over', () => {
	test(
		'who may edit, and nobody else; once at a time, and never again after a no',
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, owen, hana, reference } = all;
			for (const actor of [hana.actor, lead.actor, visitor, staffLead])
				await expect(askToLead.within(world.as(actor), { reference })).rejects.toMatchObject(notFound);
			await asks(world, all);
			const [letter] = await world.post();
			expect(letter).toMatchObject({ to: 'asha@example.org', template: 'co-lead-asked' });
			expect(letter!.text).toMatch(/Owen Pryce[\s\S]*never handed over by itself/);
			await expect(asks(world, all)).rejects.toMatchObject({ code: 'hand-over-waits' });
			await expect(giveLead.within(world.as(owen.actor), { reference, then: 'go' })).rejects.toMatchObject(
				notFound
			);
			await refuseHandOver.within(world.as(lead.actor), { reference });
			expect((await world.post()).map(({ to, template }) => [to, template])).toEqual([
				['owen@example.org', 'co-lead-refused']
			]);
			await expect(asks(world, all, later(60))).rejects.toMatchObject({ code: 'asked-to-lead-refused' });
		})
	);

	test(
		'silence hands nothing over: staff decide after the lead’s days, with a reason, and both are told',
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, owen, reference } = all;
			await asks(world, all);
			await world.post();
			expect(await waiting(world, later(6.9))).toEqual([]);
			const said = schedules.find(({ name }) => name === 'sayThatStaffDecide')!;
			for (let times = 0; times < 2; times++) await said.run(world.as(house, later(7)));
			expect(sorted(await world.post(later(7)))).toEqual([['asha@example.org', 'co-lead-unanswered']]);
			const [one] = await waiting(world, later(7));
			expect(one).toMatchObject({ name: 'Owen Pryce', lead: 'Asha Rahman', hasAddress: true });
			const decides = (more: object, actor: Actor = staffLead, now = later(7)) =>
				decideTakeOver.within(
					world.as(actor, now),
					Object.assign({ slug, id: one!.id, answer: 'yes', why, tried: 'yes' }, more) as never
				);
			for (const actor of [owen.actor, lead.actor, visitor, linkOnly])
				await expect(decides({}, actor)).rejects.toMatchObject(notFound);
			await expect(decides({}, staffLead, later(6.9))).rejects.toMatchObject(notFound);
			await expect(decides({ tried: undefined })).rejects.toMatchObject({ fields: { tried: 'missing' } });
			await expect(decides({ why: ' ' })).rejects.toMatchObject({ fields: { why: 'missing' } });
			expect(await leads(world, all)).toEqual(['Asha Rahman']);
			await decides({});
			expect(await leads(world, all)).toEqual(['Owen Pryce']);
			const told = await world.post(later(7));
			expect(sorted(told)).toEqual([
				['asha@example.org', 'co-lead-passed'],
				['owen@example.org', 'co-lead-yours']
			]);
			expect(told.map(({ text }) => text).join()).toContain('the host decided it');
			const { decided } = await listTakeOvers.within(world.as(staffLead, later(8)), { slug });
			expect(decided).toMatchObject([{ name: 'Owen Pryce', reference: null, yes: true, why }]);
			await expect(decides({ answer: 'no' })).rejects.toMatchObject(over);
			expect((await showPeople.within(world.as(lead.actor, later(8)), { reference })).you.may).toBe('edit');
		})
	);

	test(
		'staff read the reference once it was sent; a draft is found by none of what they read',
		withWorld(async (world) => {
			const all = await three(world, sent);
			await asks(world, all);
			expect(await waiting(world, later(8))).toMatchObject([{ reference: all.reference }]);
		})
	);

	test(
		'what those who write together are written staff do not read: they see that there is a letter, and to whom',
		withWorld(async (world) => {
			const all = await three(world);
			await asks(world, all);
			const letters = await world.db<{ id: string }[]>`select id from mail.letter where template like 'co-%'`;
			expect(letters).toHaveLength(3);
			for (const { id } of letters)
				expect(await showLetter.within(world.as(staffLead), { id })).toMatchObject({
					to: expect.stringContaining('@example.org') as string,
					isBetweenThem: true,
					copy: undefined,
					draft: undefined
				});
		})
	);

	test.each(['refuse', 'off', 'view'] as const)('the lead can still end it after their days: %s', (act) =>
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, owen, reference } = all;
			await asks(world, all);
			const [one] = await waiting(world, later(8));
			const as = world.as(lead.actor, later(8));
			if (act === 'refuse') await refuseHandOver.within(as, { reference });
			if (act === 'off') await takeOffCoApplicant.within(as, { reference, person: owen.id });
			if (act === 'view') await changeCoApplicant.within(as, { reference, person: owen.id, may: 'view' });
			expect(await waiting(world, later(8))).toEqual([]);
			const decides = { slug, id: one!.id, answer: 'yes', why, tried: 'yes' } as const;
			await expect(
				decideTakeOver.within(world.as(staffLead, later(8)), decides as never)
			).rejects.toMatchObject(over);
		})()
	);

	test(
		'for seven days after staff decided nobody takes off whoever led before; they leave by themselves alone',
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, owen, hana, reference } = all;
			const now = later(8);
			const { id: before } = (await people(world, lead.actor, now)).find(({ isYou }) => isYou)!;
			await asks(world, all);
			const [one] = await waiting(world, now);
			const decision = { slug, id: one!.id, answer: 'yes', why, tried: 'yes' } as never;
			await decideTakeOver.within(world.as(staffLead, now), decision);
			const until = later(15);
			const letters = await world.post(now);
			for (const { text } of letters.filter(({ template }) => /yours|passed/.test(template)))
				expect(text).toContain('Until 12 noon UK time, Friday 30 January 2026');
			const off = { reference, person: before };
			const stays = { code: 'lead-before-stays' };
			for (const at of [now, new Date(until.getTime() - 1)]) {
				const as = world.as(owen.actor, at);
				await expect(takeOffCoApplicant.within(as, off)).rejects.toMatchObject(stays);
				await expect(changeCoApplicant.within(as, { ...off, may: 'view' })).rejects.toMatchObject(stays);
				await expect(inviteAgain.within(as, off)).rejects.toMatchObject(stays);
			}
			for (const actor of [owen.actor, lead.actor, hana.actor])
				expect(await people(world, actor, now)).toContainEqual(
					expect.objectContaining({ name: 'Asha Rahman', may: 'edit', staysUntil: until })
				);
			await takeOffCoApplicant.within(world.as(owen.actor, now), { reference, person: hana.id });
			await takeOffCoApplicant.within(world.as(owen.actor, until), off);
			await expect(people(world, lead.actor, until)).rejects.toMatchObject(notFound);
		})
	);

	test(
		'whoever led before goes when they want to; one who handed it over themselves has no such days',
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, owen, reference } = all;
			await asks(world, all);
			await giveLead.within(world.as(lead.actor), { reference, then: 'edit' });
			const [, before] = await people(world, owen.actor);
			expect(before).toMatchObject({ name: 'Asha Rahman', staysUntil: null });
			await leaveTogether.within(world.as(lead.actor), { reference });
			expect((await people(world, owen.actor)).map(({ name }) => name)).not.toContain('Asha Rahman');
		})
	);

	test(
		'the lead gives it, and each of them is told on the page what waits',
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, hana, reference } = all;
			await asks(world, all);
			for (const { actor } of [lead, hana]) {
				const view = await showApplication.within(world.as(actor), { reference });
				expect(view.handOver).toMatchObject({ asked: true, name: 'Owen Pryce', isYou: false });
			}
			expect(await showHandOver.within(world.as(hana.actor), { reference })).toMatchObject({
				leads: false,
				others: [],
				notAsk: 'may-not-edit'
			});
			await giveLead.within(world.as(lead.actor), { reference, then: 'go' });
			expect(await leads(world, all)).toEqual(['Owen Pryce']);
			await expect(giveLead.within(world.as(lead.actor), { reference, then: 'go' })).rejects.toMatchObject(
				notFound
			);
		})
	);
});
