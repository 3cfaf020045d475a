import { describe, expect, test } from 'vitest';
import { house, visitor } from '#shared/actor';
import {
	addReturnCode,
	beginExpression,
	leaveDevice,
	recogniseApplicant,
	redeemReturnCode,
	renewReturnCode,
	goOnWithLink,
	sendReturnLink,
	showApplication,
	showReturnCode
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { everythingKept } from '../../../../tests/everything-kept.ts';
import { answered, begun, filledIn, save } from '../../../../tests/expression-world.ts';
import { withWorld } from '../../../../tests/world.ts';

const after = (instant: Date, ms: number) => new Date(instant.getTime() + ms);
const slug = 'spring';

describe('beginning', () => {
	test(
		'at noon on closing day nobody new may begin',
		withWorld(async (world) => {
			const { closesAt } = await aCall(world);
			const begin = (now: Date) => beginExpression.within(world.as(visitor, now), { slug, met: [] });
			await expect(begin(after(closesAt, -1))).resolves.toMatchObject({
				reference: expect.any(String) as string
			});
			await expect(begin(closesAt)).rejects.toMatchObject({ code: 'call-closed' });
		})
	);
	test(
		'nobody begins before it opens, or where there is no call to see',
		withWorld(async (world) => {
			const { opensAt } = await aCall(world);
			await aCall(world, { slug: 'hidden', published: null });
			const begin = (slug: string, now: Date) =>
				beginExpression.within(world.as(visitor, now), { slug, met: [] });
			await expect(begin(slug, after(opensAt, -1))).rejects.toMatchObject({ code: 'call-not-open-yet' });
			await expect(begin('hidden', opensAt)).rejects.toMatchObject({ code: 'not-found' });
			await expect(begin('nowhere', opensAt)).rejects.toMatchObject({ code: 'not-found' });
		})
	);
	test(
		'each thing the call asks for needs its answer; a "no" is explained, and traps nobody',
		withWorld(async (world) => {
			await aCall(world, {
				content: { eligibility: { must: ['led by a community', 'based in the United Kingdom'] } }
			});
			const begin = (input: object) => beginExpression.within(world.as(), { slug, met: [], ...input });
			await expect(begin({ met: ['yes'] })).rejects.toMatchObject({ fields: { 'must-1': 'missing' } });
			await expect(begin({ met: ['yes', 'no'] })).rejects.toMatchObject({
				code: 'not-all-met',
				details: { unmet: ['based in the United Kingdom'] }
			});
			const { reference } = await begin({ met: ['yes', 'no'], anyway: 'yes' });
			const [row] =
				await world.db`select eligibility from programmes.expression where reference = ${reference}`;
			expect(row!['eligibility']).toEqual([
				{ must: 'led by a community', met: true },
				{ must: 'based in the United Kingdom', met: false }
			]);
		})
	);
});

describe('coming back', () => {
	test(
		'the code shown when it was begun opens it in another browser, however it is typed',
		withWorld(async (world) => {
			await aCall(world);
			const { reference, token, actor } = await begun(world);
			const code = (await showReturnCode.within(world.as(actor), { reference, token }))!;
			for (const typed of [
				code,
				` ${code.toLowerCase().replaceAll('-', ' ')} `,
				`https://placard.example/cy/return/${code}`
			]) {
				const back = await redeemReturnCode.within(world.as(), { code: typed });
				expect(back.reference).toBe(reference);
				expect(await recogniseApplicant.within(world.as(), { reference, token: back.token })).toEqual(actor);
			}
		})
	);
	test(
		'wrong, erased and unknown codes get one answer',
		withWorld(async (world) => {
			await aCall(world);
			const { id, token, actor, reference } = await begun(world);
			const code = (await showReturnCode.within(world.as(actor), { reference, token }))!;
			await world.db`update programmes.expression set erased_at = now(), erased_why = 'asked', reference = null, eligibility = null where id = ${id}`;
			for (const typed of [code, '7K2M-9QXA-0R4T-HB6C-ZW31', 'hello', 'https://evil.example/return/x'])
				await expect(redeemReturnCode.within(world.as(), { code: typed })).rejects.toMatchObject({
					code: 'return-unknown'
				});
		})
	);
	test(
		'the cookie of one application opens no other, and none after its time or after leaving',
		withWorld(async (world) => {
			await aCall(world);
			const mine = await begun(world);
			const other = await begun(world);
			const recognise = (reference: string, now?: Date) =>
				recogniseApplicant.within(world.as(visitor, now), { reference, token: mine.token });
			expect(await recognise(mine.reference)).toEqual(mine.actor);
			expect(await recognise(other.reference)).toBeNull();
			expect(await recognise(mine.reference, new Date('2026-02-15T12:00:00Z'))).toBeNull();
			await leaveDevice.within(world.as(mine.actor), { reference: mine.reference, token: mine.token });
			expect(await recognise(mine.reference)).toBeNull();
		})
	);
	test(
		'a browser that is used stays open longer',
		withWorld(async (world) => {
			await aCall(world);
			const { reference, token, actor } = await begun(world);
			const on = (day: string) =>
				recogniseApplicant.within(world.as(visitor, new Date(day)), { reference, token });
			expect(await on('2026-02-10T12:00:00Z')).toEqual(actor);
			expect(await on('2026-03-05T12:00:00Z')).toEqual(actor);
			expect(await on('2026-05-05T12:00:00Z')).toBeNull();
		})
	);
	test(
		'after a code is renewed the old codes and browsers are worth nothing',
		withWorld(async (world) => {
			await aCall(world);
			const { reference, token, actor } = await begun(world);
			const old = (await showReturnCode.within(world.as(actor), { reference, token }))!;
			const added = await addReturnCode.within(world.as(actor), { reference });
			const fresh = await renewReturnCode.within(world.as(actor), { reference });
			for (const code of [old, added])
				await expect(redeemReturnCode.within(world.as(), { code })).rejects.toMatchObject({
					code: 'return-unknown'
				});
			expect(await recogniseApplicant.within(world.as(), { reference, token })).toBeNull();
			expect(await recogniseApplicant.within(world.as(), { reference, token: fresh.token })).not.toBeNull();
			expect(await showReturnCode.within(world.as(actor), { reference, token: fresh.token })).not.toBe(old);
		})
	);
	test(
		'the link is mailed, opens the application, and stands in no table; the address is not asked for again',
		withWorld(async (world) => {
			await aCall(world);
			const { reference, token, actor } = await begun(world);
			const code = (await showReturnCode.within(world.as(actor), { reference, token }))!;
			await sendReturnLink.within(world.as(actor), { reference, email: 'asha@example.org' });
			const [letter] = await world.post();
			expect(letter).toMatchObject({ to: 'asha@example.org', template: 'return-link' });
			const link = /\/return\/([0-9A-Z-]{24})/.exec(letter!.text)![1]!;
			expect((await redeemReturnCode.within(world.as(), { code: link })).reference).toBe(reference);
			const kept = await everythingKept(world.db);
			for (const secret of [code, link, token]) expect(kept).not.toContain(secret);
			const { tasks } = await showApplication.within(world.as(actor), { reference });
			expect(tasks.find(({ key }) => key === 'contact')?.state).toBe('begun');
		})
	);
	test(
		'whoever goes on from the first page has the link sent to the address they gave, and nothing when they gave none',
		withWorld(async (world) => {
			await aCall(world);
			const { reference, actor } = await begun(world);
			const goOn = (email: string) => goOnWithLink.within(world.as(actor), { reference, email });
			await goOn(' ');
			expect(await world.post()).toEqual([]);
			await expect(goOn('asha at home')).rejects.toMatchObject({ fields: { email: 'not-an-email' } });
			await goOn('asha@example.org');
			expect(await world.post()).toMatchObject([{ to: 'asha@example.org', template: 'return-link' }]);
		})
	);
	test(
		'a sixth link within an hour is refused',
		withWorld(async (world) => {
			await aCall(world);
			const { reference, actor } = await begun(world);
			const ask = (minute: number) =>
				sendReturnLink.within(world.as(actor, new Date(`2026-01-15T12:0${minute}:00Z`)), {
					reference,
					email: 'a@example.org'
				});
			for (const minute of [1, 2, 3, 4, 5]) await ask(minute);
			await expect(ask(6)).rejects.toMatchObject({ code: 'too-many' });
		})
	);
});

describe('who may see a draft', () => {
	test(
		'its applicant, and nobody else: not staff, not another applicant, not a visitor',
		withWorld(async (world) => {
			await aCall(world);
			const { reference, actor } = await filledIn(world);
			const other = await begun(world);
			for (const stranger of [visitor, lead, other.actor])
				await expect(showApplication.within(world.as(stranger), { reference })).rejects.toMatchObject({
					code: 'not-found'
				});
			await expect(
				showApplication.within(world.as(actor), { reference: reference.replace('-', '').toLowerCase() })
			).resolves.toMatchObject({
				missing: 0
			});
		})
	);
	test(
		'the list of tasks says how far each is',
		withWorld(async (world) => {
			await aCall(world);
			const held = await begun(world);
			await save(world, held, 'group', answered['group']!);
			await save(world, held, 'change', { change: 'word '.repeat(300) });
			const { tasks, missing } = await showApplication.within(world.as(held.actor), {
				reference: held.reference
			});
			expect(tasks.map(({ key, state }) => `${key} ${state}`)).toEqual([
				'people begun',
				'change wrong',
				'data todo',
				'campaign todo',
				'learning todo',
				'taking-part optional',
				'recording optional',
				'contact todo'
			]);
			expect(missing).toBeGreaterThan(5);
		})
	);
});

test(
	'a use case of the house is not for visitors',
	withWorld(async (world) => {
		const { eraseDue } = await import('#areas/programmes/server');
		await expect(eraseDue.within(world.as(visitor), {})).rejects.toMatchObject({ code: 'not-found' });
		await expect(eraseDue.within(world.as(house), {})).resolves.toEqual({ erased: 0, answers: 0 });
	})
);
