import { describe, expect, test } from 'vitest';
import {
	changeCoApplicant,
	eraseExpression,
	inviteAgain,
	inviteCoApplicant,
	leaveTogether,
	recogniseApplicant,
	renewReturnCode,
	saveAnswers,
	sendExpression,
	showApplication,
	showEquality,
	showHoldings,
	showInvitationToHelp,
	showPeople,
	showQuestions,
	showReturnCode,
	takeOffCoApplicant,
	withdrawExpression
} from '#areas/programmes/server';
import { visitor } from '#shared/actor';
import { aCall, lead as staffLead } from '../../../../../tests/call-world.ts';
import { everythingKept } from '../../../../../tests/everything-kept.ts';
import { begun, filledIn, save, sent } from '../../../../../tests/expression-world.ts';
import { joins, leading } from '../../../../../tests/together-world.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';

const notFound = { code: 'not-found' };

async function two(world: World, may: 'view' | 'comment' | 'edit' = 'edit') {
	await aCall(world);
	const held = await filledIn(world);
	const owen = await joins(world, held, { may });
	return { lead: await leading(world, held), owen };
}

describe('who is not the lead', () => {
	const leadOnly = {
		sendExpression: [sendExpression, {}],
		withdrawExpression: [withdrawExpression, { sure: 'yes' }],
		eraseExpression: [eraseExpression, { sure: 'yes' }],
		showHoldings: [showHoldings, {}],
		showEquality: [showEquality, {}],
		showReturnCode: [showReturnCode, { token: 'x' }],
		renewReturnCode: [renewReturnCode, {}],
		inviteCoApplicant: [
			inviteCoApplicant,
			{ name: 'Hana', email: 'hana@example.org', may: 'edit', language: 'en' }
		]
	} as const;

	test.each(Object.entries(leadOnly))('cannot %s, whatever they may do', (_, [useCase, more]) =>
		withWorld(async (world) => {
			const { lead, owen } = await two(world);
			const input = { reference: lead.reference, ...more };
			await expect(useCase.within(world.as(owen.actor), input as never)).rejects.toMatchObject(notFound);
		})()
	);

	test(
		'takes nobody off, changes nobody, and sends nobody a link',
		withWorld(async (world) => {
			const { lead, owen } = await two(world);
			const hana = await joins(world, lead, { name: 'Hana', email: 'hana@example.org', may: 'view' });
			const input = { reference: lead.reference, person: hana.id, may: 'edit' as const };
			for (const useCase of [takeOffCoApplicant, changeCoApplicant, inviteAgain])
				await expect(useCase.within(world.as(owen.actor), input)).rejects.toMatchObject(notFound);
		})
	);

	test.each(['view', 'comment'] as const)('saves nothing when they may only %s', (may) =>
		withWorld(async (world) => {
			const { lead, owen } = await two(world, may);
			await expect(
				save(world, { ...lead, actor: owen.actor }, 'group', { group: 'Taken over' })
			).rejects.toMatchObject(notFound);
			await showQuestions.within(world.as(owen.actor), { reference: lead.reference, page: 'group' });
		})()
	);

	test(
		'who may edit changes neither where letters go nor what the lead needs',
		withWorld(async (world) => {
			const { lead, owen } = await two(world);
			const asOwen = { ...lead, actor: owen.actor };
			for (const [page, fields] of Object.entries({
				contact: { email: 'owen@example.org', 'email-version': '1' },
				access: { access: 'Taken over', 'access-version': '1' }
			}))
				await expect(save(world, asOwen, page, fields)).rejects.toMatchObject({ code: 'only-the-lead' });
		})
	);

	test.each(['view', 'comment', 'edit'] as const)('never reads what the lead needs, who may %s', (may) =>
		withWorld(async (world) => {
			const { lead, owen } = await two(world, may);
			const views = [
				await showApplication.within(world.as(owen.actor), { reference: lead.reference }),
				await showQuestions.within(world.as(owen.actor), { reference: lead.reference, page: 'access' })
			];
			expect(JSON.stringify(views)).not.toContain('A room without steps');
			const own = await showApplication.within(world.as(lead.actor), { reference: lead.reference });
			expect(JSON.stringify(own)).toContain('A room without steps');
		})()
	);

	test(
		'of another application learns nothing, nor does the lead of that one',
		withWorld(async (world) => {
			const { lead } = await two(world);
			const other = await begun(world);
			const hana = await joins(world, other, { name: 'Hana', email: 'hana@example.org' });
			for (const actor of [hana.actor, other.actor, (await leading(world, other)).actor, visitor, staffLead])
				for (const useCase of [showPeople, showApplication])
					await expect(useCase.within(world.as(actor), { reference: lead.reference })).rejects.toMatchObject(
						notFound
					);
		})
	);
});

describe('one of several', () => {
	test(
		'who is taken off loses every way in at once, and their address is deleted',
		withWorld(async (world) => {
			const { lead, owen } = await two(world);
			const { reference } = lead;
			await takeOffCoApplicant.within(world.as(lead.actor), { reference, person: owen.id });
			expect(await recogniseApplicant.within(world.as(), { reference, token: owen.token })).toBeNull();
			for (const useCase of [showApplication, showPeople])
				await expect(useCase.within(world.as(owen.actor), { reference })).rejects.toMatchObject(notFound);
			await expect(
				save(world, { ...lead, actor: owen.actor }, 'group', { group: 'x' })
			).rejects.toMatchObject(notFound);
			expect(await showInvitationToHelp.within(world.as(), { code: owen.code })).toBeNull();
			expect(await everythingKept(world.db)).not.toContain('owen@example.org');
		})
	);

	test(
		'sees names; the lead sees addresses',
		withWorld(async (world) => {
			const { lead, owen } = await two(world);
			await joins(world, lead, { name: 'Hana', email: 'hana@example.org', may: 'view' });
			const seen = await showPeople.within(world.as(owen.actor), { reference: lead.reference });
			expect(seen.people.map(({ name, email }) => [name, email])).toEqual([
				['Asha Rahman', null],
				['Hana', null],
				['Owen Pryce', 'owen@example.org']
			]);
			const all = await showPeople.within(world.as(lead.actor), { reference: lead.reference });
			expect(all.people.map(({ email }) => email)).toEqual([null, 'hana@example.org', 'owen@example.org']);
		})
	);

	test(
		'saves as themselves, and letters to the lead stay in the language of the lead',
		withWorld(async (world) => {
			const { lead, owen } = await two(world);
			const fields = { group: 'Damp Watch West', 'group-version': '1' };
			await saveAnswers.within(world.as(owen.actor), { reference: lead.reference, page: 'group', fields });
			const [row] = await world.db<{ writer: string; locale: string }[]>`
				select answer.writer, expression.locale from programmes.answer
				join programmes.expression on expression.id = answer.expression
				where expression = ${lead.id} and question = 'group'`;
			expect(row).toEqual({ writer: owen.id, locale: 'en' });
		})
	);

	test(
		'leaves, and is gone; the lead cannot leave anybody alone with it',
		withWorld(async (world) => {
			const { lead, owen } = await two(world);
			const { reference } = lead;
			await expect(leaveTogether.within(world.as(lead.actor), { reference })).rejects.toMatchObject({
				code: 'lead-leaves-last'
			});
			await leaveTogether.within(world.as(owen.actor), { reference });
			expect(await recogniseApplicant.within(world.as(), { reference, token: owen.token })).toBeNull();
			await expect(leaveTogether.within(world.as(lead.actor), { reference })).rejects.toMatchObject({
				code: 'nobody-else'
			});
		})
	);

	test(
		'leads: with the application withdrawn they may leave, and no way in of theirs is left',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await withdrawExpression.within(world.as(held.actor), { reference: held.reference, sure: 'yes' });
			await leaveTogether.within(world.as(held.actor), { reference: held.reference });
			expect(await recogniseApplicant.within(world.as(), held)).toBeNull();
		})
	);

	test(
		'renews their own codes, and nobody else’s',
		withWorld(async (world) => {
			const { lead, owen } = await two(world);
			const { reference } = lead;
			const { token } = await renewReturnCode.within(world.as(lead.actor), { reference });
			expect(await recogniseApplicant.within(world.as(), { reference, token: lead.token })).toBeNull();
			expect(await recogniseApplicant.within(world.as(), { reference, token })).toEqual(lead.actor);
			expect(await recogniseApplicant.within(world.as(), { reference, token: owen.token })).toEqual(
				owen.actor
			);
		})
	);

	test(
		'is gone without a trace when the lead has everything deleted',
		withWorld(async (world) => {
			const { lead, owen } = await two(world);
			await eraseExpression.within(world.as(lead.actor), { reference: lead.reference, sure: 'yes' });
			// Where the letter went that tells them so is all that is left, until letters are forgotten.
			const kept = await everythingKept(world.db);
			expect(kept.replaceAll(/^mail\.letter .*co-erased.*$/gm, '')).not.toMatch(/Owen|owen@/);
			expect(await showInvitationToHelp.within(world.as(), { code: owen.code })).toBeNull();
		})
	);
});
