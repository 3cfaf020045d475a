import { describe, expect, test } from 'vitest';
import { house } from '#shared/actor';
import type { Question } from '#areas/forms';
import {
	checkAnswers,
	eraseDue,
	listEndings,
	listExpressions,
	readExpression,
	showApplication,
	withdrawExpression
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { everythingKept } from '../../../../../tests/everything-kept.ts';
import { publishQuestions as published } from '../../../../../tests/form-world.ts';
import { answered, begun, save, type Held } from '../../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';
import { sendExpression } from '../../server/sending.ts';

const slug = 'spring';
const ask = (key: string, more: object) =>
	({
		key,
		kind: 'short-text',
		label: { text: `What of ${key}?` },
		seenBy: 'panel',
		required: true,
		...more
	}) as Question;
const home = ask('home', { neededBy: ['choosing'] });
const plan = ask('plan', { when: { all: [{ question: 'home', is: 'answered' }] }, neededBy: ['choosing'] });
const over = new Date('2026-03-28T00:00:00Z');
const run = (world: World, at = over) => eraseDue.within(world.as(house, at), {});

async function filled(world: World, fields: Record<string, unknown>): Promise<Held> {
	const held = await begun(world);
	for (const [page, given] of Object.entries({
		...answered,
		...Object.fromEntries(Object.entries(fields).map(([key, said]) => [key, { [key]: said }]))
	}))
		await save(world, held, page, given as Record<string, unknown>);
	return held;
}
const send = (world: World, held: Held) =>
	sendExpression.within(world.as(held.actor), { reference: held.reference });
const read = async (world: World, { reference }: Held, at = over) => {
	const { expression, before } = await readExpression.within(world.as(lead, at), { slug, reference });
	return {
		before,
		answers: Object.fromEntries(
			expression.sections.flatMap(({ answers }) => answers).map(({ key, text }) => [key, text])
		)
	};
};
const gone = 'Deleted, as we said we would.';

describe('an answer whose time is over', () => {
	test('goes on its day and not a millisecond before, once, with what it said before; its place says why', withWorld(async (world) => {
		await aCall(world);
		await published(world, (one) => one, [home, plan]);
		const held = await filled(world, { home: 'Quagga Lodge', plan: 'Okapi tours' });
		await send(world, held);
		await save(world, held, 'home', { home: 'Zebu Lodge', 'home-version': '1' }, new Date(someDay.getTime() + 3_600_000));
		expect((await read(world, held, someDay)).before).toHaveProperty('home');
		expect(await run(world, new Date(over.getTime() - 1))).toEqual({ erased: 0, answers: 0 });
		expect((await read(world, held, someDay)).answers).toMatchObject({ home: ['Zebu Lodge'], plan: ['Okapi tours'] });
		expect(await run(world)).toEqual({ erased: 0, answers: 2 });
		expect(await run(world)).toEqual({ erased: 0, answers: 0 });
		const { answers, before } = await read(world, held);
		expect(answers).toMatchObject({ home: [gone], plan: [gone], group: ['Damp Watch'] });
		expect(before).toEqual({});
		expect(await everythingKept(world.db)).not.toMatch(/Quagga|Zebu|Okapi/i);
		for (const q of ['zebu', 'deleted', 'okapi'])
			expect(await listExpressions.within(world.as(lead, over), { slug, q } as never), q).toMatchObject({ shown: 0 });
		expect(await listExpressions.within(world.as(lead, over), { slug, q: 'damp watch' } as never)).toMatchObject({ shown: 1 });
	})); // prettier-ignore

	test('keeps nothing from being complete, and says so to its writer', withWorld(async (world) => {
		await aCall(world);
		await published(world, (one) => one, [home, plan]);
		const held = await filled(world, { home: 'Quagga Lodge', plan: 'Okapi tours' });
		await send(world, held);
		await run(world);
		const check = await checkAnswers.within(world.as(held.actor, over), { reference: held.reference });
		expect(JSON.stringify(check).split(gone)).toHaveLength(3);
		expect(check).toMatchObject({ inTheWay: [] });
		const list = await showApplication.within(world.as(held.actor, over), { reference: held.reference });
		expect(list.tasks.map(({ state }) => state)).not.toContain('todo');
	})); // prettier-ignore

	test('goes by the version that asked it, its file too; a draft and what was withdrawn are left alone', withWorld(async (world) => {
		await aCall(world);
		const proof = ask('proof', { kind: 'file', accept: ['txt'], mostMegabytes: 1, required: false, neededBy: ['choosing'] });
		await published(world, (one) => one, [home, proof]);
		const fields = { home: 'Quagga Lodge', proof: new File(['a heron'], 'heron.txt') };
		const [held, draft, withdrawn] = [await filled(world, fields), await filled(world, { home: 'Emu Lodge' }), await filled(world, { home: 'Rhea Lodge' })];
		await send(world, held);
		await send(world, withdrawn);
		await withdrawExpression.within(world.as(withdrawn.actor, new Date('2026-03-20T12:00:00Z')), { reference: withdrawn.reference, sure: 'yes' });
		await published(world, (one) => (['home', 'proof'].includes(one.key) ? undefined : one));
		expect(await run(world)).toEqual({ erased: 0, answers: 2 });
		const kept = await everythingKept(world.db);
		expect(kept).not.toMatch(/Quagga|heron/);
		expect(kept).toMatch(/Emu Lodge/);
		expect(kept).toMatch(/Rhea Lodge/);
		expect((await read(world, held)).answers).toMatchObject({ home: [gone] });
		expect(draft.reference).not.toBe(held.reference);
	})); // prettier-ignore

	test('is shown beforehand by its day and question, and leaves a receipt; needs are counted nowhere', withWorld(async (world) => {
		await aCall(world);
		const needs = (one: Question) => (one.key === 'access' ? { ...one, neededBy: ['access'] } : one);
		await published(world, needs, [home]);
		const held = await filled(world, { home: 'Quagga Lodge' });
		await save(world, held, 'access', { access: 'A ramp.', 'access-version': '1', 'access-until-day': '1', 'access-until-month': '4', 'access-until-year': '2026' });
		await send(world, held);
		const endings = (at: Date) => listEndings.within(world.as(lead, at), { slug });
		const before = await endings(someDay);
		expect(before.answers).toEqual({ due: [], coming: [{ at: { instant: over, zone: 'Europe/London' }, key: 'home', question: 'What of home?', count: 1 }] });
		expect((await endings(over)).answers).toMatchObject({ due: [{ key: 'home' }], coming: [] });
		await run(world);
		const after = await endings(over);
		expect(after.answers).toEqual({ due: [], coming: [] });
		expect(after.receipts).toMatchObject([{ who: null, lines: [{ why: 'question', sent: true, count: 1, question: 'What of home?' }] }]);
		expect(await run(world, new Date('2026-04-01T23:59:59.999Z'))).toMatchObject({ answers: 0 });
		expect(await run(world, new Date('2026-04-02T00:00:00Z'))).toMatchObject({ answers: 1 });
		expect(await everythingKept(world.db)).not.toContain('A ramp.');
		expect((await endings(over)).receipts).toHaveLength(1);
	})); // prettier-ignore
});
