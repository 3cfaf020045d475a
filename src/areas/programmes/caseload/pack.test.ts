import { expect, test } from 'vitest';
import { visitor } from '#shared/actor';
import { packParts } from './ui/pack-pdf.ts';
import { exportExpressions, readExportPart, withdrawExpression, writeNote } from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { filledIn, linkOnly, roleless, sentBy } from '../../../../tests/expression-world.ts';
import { textOfPdf } from '../../../../tests/surfaces/pdf.ts';
import { withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';

async function packOf(world: World, asked: object = {}, between = async () => {}) {
	const file = await exportExpressions.within(world.as(lead), { slug, as: 'pdf', ...asked });
	let reads = 0;
	const read = async (ids: string[]) => {
		if (reads++ === 1) await between();
		return readExportPart.within(world.as(lead), { slug, ids });
	};
	const pieces: Uint8Array[] = [];
	for await (const piece of packParts(file, read)) pieces.push(piece);
	return Buffer.concat(pieces);
}

test(
	'the pack has a list, then each on a page of its own, in the order of the list, and in it what many may show',
	withWorld(async (world) => {
		await aCall(world);
		for (const stranger of [visitor, linkOnly, roleless])
			await expect(exportExpressions.within(world.as(stranger), { slug, as: 'pdf' })).rejects.toMatchObject({
				code: 'not-found'
			});
		const birch = await sentBy(world, 'Birch', {
			community: { community: `${'A line.\n'.repeat(90)}The end of it.` }
		});
		await sentBy(world, 'Ash', { kind: { kind: 'definition' } });
		await filledIn(world);
		await writeNote.within(world.as(lead), { slug, reference: birch.reference, note: 'Between us.' });
		const bytes = await packOf(world, { sort: 'name' });
		expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
		expect(bytes.toString('latin1')).toContain('/StructTreeRoot');
		const text = await textOfPdf(bytes);
		// In the list, as the heading of its page, and as the answer.
		expect(text.split('Ash ').length).toBeGreaterThan(3);
		expect(text.indexOf('The end of it.')).toBeGreaterThan(text.lastIndexOf('Ash '));
		expect(text).toContain('Page 5');
		expect(text).not.toMatch(/Damp Watch|steps|Between us/);
		expect(await textOfPdf(await packOf(world, { kind: 'definition' }))).not.toContain('Birch');
	})
);

test(
	'what is withdrawn while the pack is made has no page',
	withWorld(async (world) => {
		await aCall(world);
		const gone = await sentBy(world, 'Gone', { change: { change: 'Vanishing words.' } });
		await sentBy(world, 'Stays');
		const leave = async () => {
			await withdrawExpression.within(world.as(gone.actor), { reference: gone.reference, sure: 'yes' });
		};
		const text = await textOfPdf(await packOf(world, {}, leave));
		expect(text).not.toContain('Vanishing');
		expect(text).toContain('Stays');
	})
);
