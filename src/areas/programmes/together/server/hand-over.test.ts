import { describe, expect, test } from 'vitest';
import {
	acceptLead,
	eraseExpression,
	offerLead,
	readExpression,
	recogniseApplicant,
	redeemReturnCode,
	refuseHandOver,
	sendExpression,
	sendReturnLink,
	showApplication,
	showHoldings,
	showLeaving,
	showPeople,
	takeBackHandOver,
	takeOffCoApplicant,
	withdrawExpression
} from '#areas/programmes/server';
import { visitor } from '#shared/actor';
import { lead as staffLead } from '../../../../../tests/call-world.ts';
import { everythingKept } from '../../../../../tests/everything-kept.ts';
import { sent } from '../../../../../tests/expression-world.ts';
import {
	accepts,
	contact,
	later,
	leads,
	offered,
	slug,
	sorted,
	three
} from '../../../../../tests/hand-over-world.ts';
import { withWorld } from '../../../../../tests/world.ts';

const notFound = { code: 'not-found' };
const over = { code: 'hand-over-over' };

describe('the lead hands it over', () => {
	test(
		'and nobody else can: not to themselves, not for another, not to who has not said yes',
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, owen, hana, reference } = all;
			for (const actor of [owen.actor, hana.actor, visitor, staffLead])
				await expect(
					offerLead.within(world.as(actor), { reference, person: owen.id, then: 'view' })
				).rejects.toMatchObject(notFound);
			await offered(world, all);
			for (const actor of [lead.actor, visitor, staffLead])
				await expect(acceptLead.within(world.as(actor), { reference, ...contact })).rejects.toMatchObject(
					notFound
				);
			await expect(acceptLead.within(world.as(hana.actor), { reference, ...contact })).rejects.toMatchObject(
				over
			);
			expect(await leads(world, all)).toEqual(['Asha Rahman']);
		})
	);

	test(
		'to one who accepts: letters, codes and every right go with it, both are told, and there is one lead',
		withWorld(async (world) => {
			const all = await three(world, sent);
			const { lead, owen, reference } = all;
			await offered(world, all);
			const [offer] = await world.post();
			expect(offer).toMatchObject({ to: 'owen@example.org', template: 'co-lead-offered' });
			expect(offer!.subject).not.toMatch(/Asha|Owen|Spring/);
			await accepts(world, all);
			expect(await leads(world, all)).toEqual(['Owen Pryce']);
			const letters = await world.post();
			expect(sorted(letters)).toEqual([
				['asha@example.org', 'co-lead-passed'],
				['owen.new@example.org', 'co-lead-yours']
			]);
			await withdrawExpression.within(world.as(owen.actor), { reference, sure: 'yes' });
			await world.runJobs();
			const after = await world.post();
			expect(after.find(({ template }) => template === 'expression-withdrawn')!.to).toBe(contact.email);
			await expect(
				eraseExpression.within(world.as(lead.actor), { reference, sure: 'yes' })
			).rejects.toMatchObject(notFound);
		})
	);

	test(
		'with letters that still wait; the link in none of them opens it to the lead before',
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, owen, reference } = all;
			await sendReturnLink.within(world.as(lead.actor), { reference, email: 'asha@example.org' });
			await offered(world, all);
			await accepts(world, all);
			const letters = await world.post();
			const link = letters.filter(({ template }) => template === 'return-link');
			expect(link.map(({ to }) => to)).toEqual([contact.email]);
			const code = /\/return\/([\w-]+)/.exec(link[0]!.text)![1]!;
			const { token } = await redeemReturnCode.within(world.as(), { code });
			expect(await recogniseApplicant.within(world.as(), { reference, token })).toEqual(owen.actor);
		})
	);

	test(
		'and goes: nothing of how they are reached or what they need is left, and no way in',
		withWorld(async (world) => {
			const all = await three(world, sent);
			const { lead, owen, reference } = all;
			await offered(world, all, 'go');
			await accepts(world, all);
			expect(await recogniseApplicant.within(world.as(), { reference, token: lead.token })).toBeNull();
			await world.post();
			const answers = await world.db<{ kept: string }[]>`
				select coalesce(string_agg(answer::text, ''), '') || coalesce((select string_agg(former_answer::text, '') from programmes.former_answer), '') as kept
				from programmes.answer`;
			expect(answers[0]!.kept).not.toMatch(/asha@example.org|A room without steps/);
			const held = await showHoldings.within(world.as(owen.actor), { reference });
			expect(JSON.stringify(held)).not.toContain('asha@');
		})
	);

	test(
		'and stays with what they chose; what they need stays theirs, and addresses stay with who wrote them down',
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, owen, reference } = all;
			await offered(world, all, 'edit');
			await accepts(world, all);
			expect(await recogniseApplicant.within(world.as(), { reference, token: lead.token })).toEqual(
				lead.actor
			);
			await expect(sendExpression.within(world.as(lead.actor), { reference })).rejects.toMatchObject(
				notFound
			);
			const seen = await showPeople.within(world.as(owen.actor), { reference });
			expect(seen.people.map(({ name, may, email }) => [name, may, email])).toEqual([
				['Owen Pryce', 'lead', null],
				['Asha Rahman', 'edit', null],
				['Hana', 'view', null]
			]);
			const view = await showApplication.within(world.as(owen.actor), { reference });
			expect(JSON.stringify(view)).not.toContain('A room without steps');
		})
	);

	test(
		'not once it is taken back, refused, lapsed, or who was asked is off it',
		withWorld(async (world) => {
			const all = await three(world);
			const { lead, owen, hana, reference } = all;
			await offered(world, all);
			await expect(offered(world, all)).rejects.toMatchObject({ code: 'hand-over-waits' });
			await expect(takeBackHandOver.within(world.as(owen.actor), { reference })).rejects.toMatchObject(over);
			await takeBackHandOver.within(world.as(lead.actor), { reference });
			await expect(accepts(world, all)).rejects.toMatchObject(over);
			await offered(world, all);
			await expect(refuseHandOver.within(world.as(hana.actor), { reference })).rejects.toMatchObject(over);
			await refuseHandOver.within(world.as(owen.actor), { reference });
			await expect(accepts(world, all)).rejects.toMatchObject(over);
			await offered(world, all);
			await expect(accepts(world, all, later(14))).rejects.toMatchObject(over);
			await takeOffCoApplicant.within(world.as(lead.actor), { reference, person: owen.id });
			await expect(accepts(world, all)).rejects.toMatchObject(notFound);
			expect(await leads(world, all)).toEqual(['Asha Rahman']);
		})
	);
});

describe('the lead who withdraws or deletes what others write too', () => {
	test(
		'is told who they are first; the others get a letter, and nothing of them is kept but where it went',
		withWorld(async (world) => {
			const all = await three(world, sent);
			const { lead, reference } = all;
			const leaving = await showLeaving.within(world.as(lead.actor), { reference });
			expect(leaving.others).toEqual(['Hana', 'Owen Pryce']);
			await withdrawExpression.within(world.as(lead.actor), { reference, sure: 'yes' });
			expect((await world.post()).filter(({ template }) => template === 'co-withdrawn')).toHaveLength(2);
			await eraseExpression.within(world.as(lead.actor), { reference, sure: 'yes' });
			const letters = await world.post();
			expect(sorted(letters)).toEqual([
				['hana@example.org', 'co-erased'],
				['owen@example.org', 'co-erased']
			]);
			expect(letters[0]!.text).not.toMatch(/Asha|Damp/);
			expect(await everythingKept(world.db)).not.toMatch(/Owen Pryce|Hana/);
		})
	);
});

test(
	'staff who read what was sent see that somebody else leads it, and no comment, power or ask',
	withWorld(async (world) => {
		const all = await three(world, sent);
		await offered(world, all);
		await accepts(world, all);
		const view = await readExpression.within(world.as(staffLead), { slug, reference: all.reference });
		expect(JSON.stringify(view)).toContain('expression.handed-over');
		expect(JSON.stringify(view)).not.toContain('hand-over');
	})
);
