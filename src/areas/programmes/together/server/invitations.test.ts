import { describe, expect, test } from 'vitest';
import {
	acceptInvitationToHelp,
	declineInvitationToHelp,
	inviteAgain,
	inviteCoApplicant,
	recogniseApplicant,
	redeemReturnCode,
	showInvitationToHelp,
	takeOffCoApplicant
} from '#areas/programmes/server';
import { visitor } from '#shared/actor';
import { aCall } from '../../../../../tests/call-world.ts';
import { everythingKept } from '../../../../../tests/everything-kept.ts';
import { begun, filledIn } from '../../../../../tests/expression-world.ts';
import { invites, joins, leading, linkTo } from '../../../../../tests/together-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';

const day = 86_400_000;
const later = (days: number) => new Date(someDay.getTime() + days * day);

async function two(world: World) {
	await aCall(world);
	const held = await filledIn(world);
	const owen = await joins(world, held);
	return { lead: await leading(world, held), owen };
}

describe('an invitation', () => {
	test(
		'goes to the address, in their language, by a link that stands in no table',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			await inviteCoApplicant.within(world.as(held.actor), {
				reference: held.reference,
				name: 'Owen Pryce',
				email: 'owen@example.org',
				may: 'comment',
				language: 'cy',
				own: 'Asha'
			});
			const [letter] = await world.post();
			expect(letter).toMatchObject({ to: 'owen@example.org', locale: 'cy' });
			expect(letter!.subject).not.toMatch(/Spring|Asha|Owen/);
			expect(letter!.text).toMatch(/Asha[\s\S]*Spring programme[\s\S]*\/cy\/together\//);
			const code = /\/together\/([\w-]+)/.exec(letter!.text)![1]!;
			expect(await everythingKept(world.db)).not.toContain(code);
		})
	);

	test(
		'shows who asks and to what; accepted, it opens the application as them, again and again',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			const { code, id } = await invites(world, held);
			expect(await showInvitationToHelp.within(world.as(), { code })).toMatchObject({
				lead: 'Asha Rahman',
				name: 'Owen Pryce',
				programme: 'Spring programme',
				may: 'edit',
				isAccepted: false
			});
			for (let times = 0; times < 2; times++) {
				const { reference, token } = await acceptInvitationToHelp.within(world.as(), { code });
				expect(await recogniseApplicant.within(world.as(), { reference, token })).toEqual({
					kind: 'applicant',
					expression: held.id,
					co: id
				});
			}
			const back = await redeemReturnCode.within(world.as(), { code: `https://x.test/together/${code}` });
			expect(back.reference).toBe(held.reference);
		})
	);

	test(
		'opens nothing before a yes, after its time, once taken back, or declined; all with one answer',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			const over = { code: 'invitation-over' };
			const lapsed = await invites(world, held);
			await expect(redeemReturnCode.within(world.as(), { code: lapsed.code })).rejects.toMatchObject({
				code: 'return-unknown'
			});
			await expect(
				acceptInvitationToHelp.within(world.as(visitor, later(14)), { code: lapsed.code })
			).rejects.toMatchObject(over);
			const lead = await leading(world, held);
			await takeOffCoApplicant.within(world.as(lead.actor), { reference: held.reference, person: lapsed.id });
			const declined = await invites(world, lead);
			await declineInvitationToHelp.within(world.as(), { code: declined.code });
			for (const code of [lapsed.code, declined.code, 'nonsense', '7K2M-9QXA-0R4T-HB6C-ZW31']) {
				expect(await showInvitationToHelp.within(world.as(), { code })).toBeNull();
				await expect(acceptInvitationToHelp.within(world.as(), { code })).rejects.toMatchObject(over);
			}
		})
	);

	test(
		'to a wrong address is taken back, and nothing of it is kept, nor sent when it still waits',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			const own = { reference: held.reference, may: 'edit', language: 'en', own: 'Asha' } as const;
			const { person } = await inviteCoApplicant.within(world.as(held.actor), {
				...own,
				name: 'Ovven',
				email: 'ovven@example.org'
			});
			const lead = await leading(world, held);
			await takeOffCoApplicant.within(world.as(lead.actor), { reference: held.reference, person });
			expect(await world.post()).toEqual([]);
			expect(await everythingKept(world.db)).not.toContain('vven');
		})
	);

	test(
		'is not sent to the lead, to who is on it already in any spelling, or to more than eight',
		withWorld(async (world) => {
			const { lead } = await two(world);
			const invite = (email: string) => invites(world, lead, { name: 'Somebody', email });
			await expect(invite('Asha@Example.org')).rejects.toMatchObject({ fields: { email: 'your-own' } });
			await expect(invite('OWEN@example.org')).rejects.toMatchObject({
				fields: { email: 'already-invited' }
			});
			for (let n = 0; n < 7; n++) await invite(`person${n}@example.org`);
			await expect(invite('one@too.many')).rejects.toMatchObject({ code: 'too-many-people' });
		})
	);

	test(
		'again and again is refused after twenty letters in a day; a new link ends the one before',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			const first = await invites(world, held);
			const lead = await leading(world, held);
			const again = (minutes: number) =>
				inviteAgain.within(world.as(lead.actor, new Date(someDay.getTime() + minutes * 60_000)), {
					reference: held.reference,
					person: first.id
				});
			await again(1);
			const code = await linkTo(world, first.email);
			expect(code).not.toBe(first.code);
			expect(await showInvitationToHelp.within(world.as(), { code: first.code })).toBeNull();
			expect(await showInvitationToHelp.within(world.as(), { code })).not.toBeNull();
			for (let n = 2; n < 20; n++) await again(n);
			await expect(again(20)).rejects.toMatchObject({ code: 'too-many' });
			await again(24 * 60 + 2);
		})
	);
});
