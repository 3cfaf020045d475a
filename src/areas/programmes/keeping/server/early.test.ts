import { expect, test } from 'vitest';
import {
	eraseEarly,
	listErased,
	readExpression,
	showEarlyErasing,
	showReceipt,
	showReceipts,
	withdrawExpression,
	writeNote
} from '#areas/programmes/server';
import { receiptPdf } from '../ui/receipt-pdf.ts';
import { house, visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { everythingKept } from '../../../../../tests/everything-kept.ts';
import { begun, linkOnly, roleless, sent } from '../../../../../tests/expression-world.ts';
import { textOfPdf } from '../../../../../tests/surfaces/pdf.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const reason = 'A test of ours that was sent by mistake.';
const administrator: Actor = { ...(lead as Extract<Actor, { kind: 'person' }>), roles: ['administrator'] };
const refusedTo = (promise: Promise<unknown>) => expect(promise).rejects.toMatchObject({ code: 'not-found' });
const early = (world: World, actor: Actor, reference: string, more: object = {}) =>
	eraseEarly.within(world.as(actor), { slug, reference, reason, sure: 'yes', ...more });

test(
	'leads alone delete early, and only what was sent: a draft and what was withdrawn look like nothing',
	withWorld(async (world) => {
		await aCall(world);
		await aCall(world, { slug: 'autumn' });
		const [held, draft, gone] = [await sent(world), await begun(world), await sent(world)];
		await withdrawExpression.within(world.as(gone.actor), { ...gone, sure: 'yes' });
		for (const actor of [visitor, held.actor, linkOnly, roleless, administrator])
			await refusedTo(early(world, actor, held.reference));
		for (const actor of [visitor, held.actor, linkOnly, roleless])
			await refusedTo(showEarlyErasing.within(world.as(actor), { slug, reference: held.reference }));
		for (const reference of [draft.reference, gone.reference, 'ZZZ-ZZZ']) {
			await refusedTo(early(world, lead, reference));
			await refusedTo(showEarlyErasing.within(world.as(lead), { slug, reference }));
		}
		await refusedTo(early(world, lead, held.reference, { slug: 'autumn' }));
		await expect(early(world, lead, held.reference, { reason: '  ' })).rejects.toMatchObject({
			fields: { reason: 'missing' }
		});
		await expect(early(world, lead, held.reference, { sure: undefined })).rejects.toMatchObject({
			fields: { sure: 'missing' }
		});
		const view = await showEarlyErasing.within(world.as(administrator), { slug, reference: held.reference });
		expect(view.mayErase).toBe(false);
	})
);

test(
	'what would go is said before; then it is gone at once, with a receipt that has the reason and a husk',
	withWorld(async (world) => {
		await aCall(world);
		const { reference, id } = await sent(world);
		await writeNote.within(world.as(lead), { slug, reference, note: 'Odd.' });
		const { goes, mayErase } = await showEarlyErasing.within(world.as(lead), { slug, reference });
		expect([goes.notes, goes.files, goes.answers > 8, mayErase]).toEqual([1, 0, true, true]);
		await readExpression.within(world.as(lead), { slug, reference });
		const { receipt } = await early(world, lead, reference);
		await refusedTo(early(world, lead, reference));
		await refusedTo(readExpression.within(world.as(lead), { slug, reference }));
		expect(await everythingKept(world.db)).not.toMatch(/asha@example\.org|Marsh estate|Odd\./);
		expect(await listErased.within(world.as(house), {})).toMatchObject([{ expression: id, why: 'early' }]);
		const { receipts } = await showReceipts.within(world.as(lead), { slug });
		expect(receipts).toMatchObject([
			{ id: receipt, why: 'early', reason, lines: [{ why: 'early', sent: true, count: 1 }] }
		]);
		expect(JSON.stringify(receipts)).not.toContain(reference);
	})
);

test(
	'a receipt is printed by staff, with its whole checksum, and nobody else sees one',
	withWorld(async (world) => {
		await aCall(world);
		await aCall(world, { slug: 'autumn' });
		const held = await sent(world);
		const { receipt } = await early(world, lead, held.reference);
		for (const actor of [visitor, held.actor, linkOnly, roleless])
			await refusedTo(showReceipt.within(world.as(actor), { slug, receipt }));
		await refusedTo(showReceipt.within(world.as(lead), { slug: 'autumn', receipt }));
		const view = await showReceipt.within(world.as(lead), { slug, receipt });
		const text = (await textOfPdf(await receiptPdf(view))).replaceAll(/\s/g, '');
		expect(text).toContain(view.receipt.sum);
		expect(text).toContain(reason.replaceAll(' ', ''));
		expect(text).not.toContain(held.reference);
	})
);
