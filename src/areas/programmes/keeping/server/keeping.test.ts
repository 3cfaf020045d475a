import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
	eraseAgain,
	eraseDue,
	eraseDueNow,
	fulfilRequest,
	listEndings,
	listErased,
	recordRequest,
	refuseRequest,
	showReceipts,
	showRequests,
	withdrawExpression
} from '#areas/programmes/server';
import { errands } from '#server/use-case';
import { house, visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { everythingKept } from '../../../../../tests/everything-kept.ts';
import {
	begun,
	filledIn,
	linkOnly,
	roleless,
	sent,
	type Held
} from '../../../../../tests/expression-world.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';
import { readErasedList } from '../erased-list.ts';
import { dueOf } from '../request.ts';

const slug = 'spring';
const outsiders = (held: Held): Actor[] => [visitor, held.actor, linkOnly, roleless];
const later = (days: number) => new Date(someDay.getTime() + days * 86_400_000);
const refusedTo = (promise: Promise<unknown>) => expect(promise).rejects.toMatchObject({ code: 'not-found' });
const stateOf = async (world: World, { id }: Held) => {
	const [row] = await world.db`select erased_at from programmes.expression where id = ${id}`;
	return row!['erasedAt'] === null ? 'there' : 'erased';
};

describe('receipts', () => {
	test(
		'a run leaves one, which says how many of what went and nothing of anybody',
		withWorld(async (world) => {
			await aCall(world);
			const [draft, gone] = [await filledIn(world), await sent(world)];
			await withdrawExpression.within(world.as(gone.actor), { ...gone, sure: 'yes' });
			expect(await eraseDue.within(world.as(house, later(13)), {})).toMatchObject({ erased: 0 });
			expect(await eraseDue.within(world.as(house, later(15)), {})).toMatchObject({ erased: 1 });
			expect(await eraseDue.within(world.as(house, later(15)), {})).toMatchObject({ erased: 0 });
			const { receipts } = await showReceipts.within(world.as(lead, later(16)), { slug });
			expect(receipts).toMatchObject([
				{ why: 'due', who: null, lines: [{ why: 'withdrawn', sent: true, count: 1 }] }
			]);
			expect(JSON.stringify(receipts)).not.toContain(gone.id);
			expect(await stateOf(world, draft)).toBe('there');
		})
	);
	test(
		'staff need not wait for the clock; nobody else may hurry it, and nothing goes before its time',
		withWorld(async (world) => {
			await aCall(world);
			await aCall(world, { slug: 'autumn' });
			const [draft, other] = [await filledIn(world), await filledIn(world, { slug: 'autumn' })];
			const after = later(55 + 61);
			for (const actor of outsiders(draft)) {
				await refusedTo(eraseDueNow.within(world.as(actor, after), { slug }));
				await refusedTo(showReceipts.within(world.as(actor, after), { slug }));
			}
			await eraseDueNow.within(world.as(lead, later(1)), { slug });
			expect(await stateOf(world, draft)).toBe('there');
			await eraseDueNow.within(world.as(lead, after), { slug });
			expect([await stateOf(world, draft), await stateOf(world, other)]).toEqual(['erased', 'there']);
			const view = await listEndings.within(world.as(lead, after), { slug });
			expect(view.receipts).toMatchObject([
				{ why: 'due', lines: [{ why: 'unsent', sent: false, count: 1 }] }
			]);
		})
	);
});

describe('after an old back-up was restored', () => {
	test(
		'what had been deleted is deleted again, and only that',
		withWorld(async (world) => {
			await aCall(world);
			const [back, stays] = [await sent(world), await sent(world)];
			const list = [{ expression: back.id, at: someDay.toISOString(), why: 'asked' as const }];
			await refusedTo(eraseAgain.within(world.as(lead), { erased: list }));
			const unknown = { ...list[0]!, expression: '00000000-0000-4000-8000-0000000000ee' };
			const erased = [...list, ...list, unknown];
			expect(await eraseAgain.within(world.as(house), { erased })).toEqual({ erased: 1 });
			expect(await eraseAgain.within(world.as(house), { erased })).toEqual({ erased: 0 });
			expect([await stateOf(world, back), await stateOf(world, stays)]).toEqual(['erased', 'there']);
			const husks = await listErased.within(world.as(house), {});
			expect(husks).toMatchObject([{ expression: back.id, why: 'asked' }]);
			expect(readErasedList(husks.map((one) => JSON.stringify(one)).join('\n'))).toHaveLength(1);
		})
	);
	test('each deletion is written down beside the database, as an id and no more', async () => {
		const folder = await mkdtemp(path.join(tmpdir(), 'placard-journal-'));
		const before = process.env['PLACARD_DATA'];
		process.env['PLACARD_DATA'] = folder;
		try {
			const { run } = errands.find(({ name }) => name === 'writeDownErasure')!;
			const one = {
				expression: '00000000-0000-4000-8000-0000000000ee',
				at: someDay.toISOString(),
				why: 'asked'
			};
			await run(one);
			await run(one);
			expect(readErasedList(await readFile(path.join(folder, 'erased.jsonl'), 'utf8'))).toEqual([one, one]);
		} finally {
			process.env['PLACARD_DATA'] = before;
			await rm(folder, { recursive: true });
		}
	});
	test.each(['{}', 'words', '{"expression":"x","at":"","why":"asked"}', '[1]'])(
		'%s is no entry of a list',
		(line) => {
			expect(() => readErasedList(`\n${line}\n`)).toThrow('line 2 is not an entry');
		}
	);
});

describe('requests from people', () => {
	const asked = { slug, came: { day: '14', month: '1', year: '2026' }, identity: 'Rang from their number.' };
	const record = (world: World, kind: 'copy' | 'delete', reference: string, actor: Actor = lead) =>
		recordRequest.within(world.as(actor), { ...asked, kind, about: reference });

	test(
		'are for staff; a day that is not over is no day on which somebody asked',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			for (const actor of outsiders(held)) {
				await refusedTo(record(world, 'copy', held.reference, actor));
				await refusedTo(showRequests.within(world.as(actor), { slug }));
			}
			const tomorrow = { ...asked, came: { day: '16', month: '1', year: '2026' } };
			const early = recordRequest.within(world.as(lead), {
				...tomorrow,
				kind: 'copy',
				about: held.reference
			});
			await expect(early).rejects.toMatchObject({ fields: { came: 'in-the-future' } });
			const { id } = await record(world, 'delete', held.reference);
			for (const actor of outsiders(held)) {
				await refusedTo(fulfilRequest.within(world.as(actor), { slug, id }));
				await refusedTo(refuseRequest.within(world.as(actor), { slug, id, refused: 'No.' }));
			}
			await aCall(world, { slug: 'autumn' });
			await refusedTo(fulfilRequest.within(world.as(lead), { slug: 'autumn', id }));
		})
	);
	test(
		'to be deleted: everything goes, with a receipt, once; the answer is due a month after it came',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			const { id } = await record(world, 'delete', held.reference.toLowerCase());
			const { requests } = await showRequests.within(world.as(lead), { slug });
			expect(requests).toMatchObject([{ id, dueOn: '2026-02-16', isLate: false, doneAt: null }]);
			expect((await showRequests.within(world.as(lead, later(33)), { slug })).requests[0]!.isLate).toBe(true);
			await fulfilRequest.within(world.as(lead), { slug, id });
			await refusedTo(fulfilRequest.within(world.as(lead), { slug, id }));
			expect(await stateOf(world, held)).toBe('erased');
			expect(await everythingKept(world.db)).not.toContain('asha@example.org');
			const { receipts } = await showReceipts.within(world.as(lead), { slug });
			expect(receipts).toMatchObject([{ why: 'request', lines: [{ why: 'asked', count: 1 }] }]);
		})
	);
	test(
		'staff learn nothing of a draft by them, or of what was withdrawn: it looks like a reference that nobody has',
		withWorld(async (world) => {
			await aCall(world);
			const [draft, withdrawn] = [await begun(world), await sent(world)];
			await withdrawExpression.within(world.as(withdrawn.actor), { ...withdrawn, sure: 'yes' });
			await world.runJobs();
			await world.post();
			const seen: string[] = [];
			const all = [draft.reference, withdrawn.reference, 'ZZZ-ZZZ'];
			const asked = [
				...all.map((one) => ['copy', one] as const),
				...all.map((one) => ['delete', one] as const)
			];
			for (const [kind, reference] of asked) {
				const { id } = await record(world, kind, reference);
				const answer = await fulfilRequest.within(world.as(lead), { slug, id });
				const { requests } = await showRequests.within(world.as(lead), { slug });
				const row = requests.find((one) => one.id === id);
				seen.push(JSON.stringify([answer, row]).replaceAll(id, 'id').replaceAll(reference, 'reference'));
			}
			expect(new Set(seen).size).toBe(2);
			expect((await showReceipts.within(world.as(lead), { slug })).receipts).toEqual([]);
			expect([await stateOf(world, draft), await stateOf(world, withdrawn)]).toEqual(['erased', 'erased']);
		})
	);
	test(
		'a copy goes to the address in the application, as a way to it and in its language; staff see none',
		withWorld(async (world) => {
			await aCall(world);
			const held = await sent(world);
			await world.post();
			const { id } = await record(world, 'copy', held.reference);
			await fulfilRequest.within(world.as(lead), { slug, id });
			const letters = await world.post();
			expect(letters).toMatchObject([{ template: 'request-copy', to: 'asha@example.org' }]);
			expect(letters[0]!.text).toMatch(/\/return\/[0-9A-Z-]{24}/);
			expect(letters[0]!.text).not.toContain('Marsh estate');
		})
	);
	test(
		'a refusal needs its reason',
		withWorld(async (world) => {
			await aCall(world);
			const { id } = await record(world, 'copy', 'ZZZ-ZZZ');
			const refuse = (refused: string) => refuseRequest.within(world.as(lead), { slug, id, refused });
			await expect(refuse(' ')).rejects.toMatchObject({ fields: { refused: 'missing' } });
			await refuse('We could not make sure that it was them.');
			const { requests } = await showRequests.within(world.as(lead), { slug });
			expect(requests).toMatchObject([{ refused: 'We could not make sure that it was them.' }]);
		})
	);
	test('the month ends on a working day, and what lies beyond the known holidays is not guessed', () => {
		expect(dueOf('2026-01-31')).toBe('2026-03-02');
		expect(dueOf('2040-01-31')).toBeNull();
	});
});
