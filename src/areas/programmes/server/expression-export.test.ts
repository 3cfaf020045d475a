import { expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import { csvParts, jsonParts } from '#areas/programmes';
import {
	exportExpressions,
	listExpressions,
	readExportPart,
	withdrawExpression,
	writeNote
} from '#areas/programmes/server';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { filledIn, linkOnly, roleless, sent, sentBy } from '../../../../tests/expression-world.ts';
import { withWorld, type World } from '../../../../tests/world.ts';

const slug = 'spring';
type As = 'csv' | 'json';

async function fileOf(world: World, as: As, asked: Record<string, string> = {}, between = async () => {}) {
	const file = await exportExpressions.within(world.as(lead), { slug, as, ...asked });
	await between();
	const read = (ids: string[]) => readExportPart.within(world.as(lead), { slug, ids });
	let text = '';
	for await (const part of as === 'csv' ? csvParts(file, read) : jsonParts(file, read)) text += part;
	return text;
}

test(
	'the list is taken along by host staff alone',
	withWorld(async (world) => {
		await aCall(world);
		const { id, actor } = await sent(world);
		const strangers: Actor[] = [visitor, actor, linkOnly, roleless];
		for (const stranger of strangers) {
			const exporting = exportExpressions.within(world.as(stranger), { slug, as: 'csv' });
			await expect(exporting).rejects.toMatchObject({ code: 'not-found' });
			const reading = readExportPart.within(world.as(stranger), { slug, ids: [id] });
			await expect(reading).rejects.toMatchObject({ code: 'not-found' });
		}
		expect(await world.events()).not.toContain('call.expressions-exported');
	})
);

test(
	'a table opens in a spreadsheet: byte order mark, CR LF, no formula, instants beside their words',
	withWorld(async (world) => {
		await aCall(world);
		await sentBy(world, '=HYPERLINK("http://evil.example")', {
			community: { community: 'Two\nlines, "quoted".' }
		});
		const text = await fileOf(world, 'csv');
		expect(text.startsWith('\ufeffReference,State,How it reached us,Sent,"Sent (ISO 8601, UTC)",')).toBe(
			true
		);
		expect(text.split('\r\n')).toHaveLength(3);
		expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);
		expect(text).toContain('"Two\nlines, ""quoted""."');
		expect(text).toContain(
			'"12 noon UK time, Thursday 15 January 2026",2026-01-15T12:00:00.000Z,Europe/London,'
		);
	})
);

test(
	'the same columns come in the same order, however the list is narrowed; and no column concerns access',
	withWorld(async (world) => {
		await aCall(world);
		await sent(world);
		const head = (text: string) => text.split('\r\n')[0];
		const whole = head(await fileOf(world, 'csv'));
		expect(head(await fileOf(world, 'csv', { kind: 'definition', q: 'x' }))).toBe(whole);
		expect(whole).toContain('What is your group or campaign called?,Who is the community?');
		expect(whole?.toLowerCase()).not.toContain('access needs');
	})
);

test(
	'data for programs says its version, and holds what the table holds',
	withWorld(async (world) => {
		await aCall(world);
		const held = [await sent(world), await sentBy(world, 'Ash', { kind: { kind: 'definition' } })];
		const whole = JSON.parse(await fileOf(world, 'json', { sort: 'oldest' }));
		expect(whole).toMatchObject({ format: 'placard-expressions', version: 1, zone: 'Europe/London' });
		expect(whole.expressions).toHaveLength(2);
		expect(
			whole.expressions.find(({ reference }: { reference: string }) => reference === held[1]!.reference)
		).toMatchObject({
			sent_at: '2026-01-15T12:00:00.000Z',
			answers: { group: ['Ash'], email: ['asha@example.org'] }
		});
		expect(JSON.parse(await fileOf(world, 'json', { kind: 'definition' })).expressions).toHaveLength(1);
		expect(JSON.parse(await fileOf(world, 'json', { q: 'nonsense' })).expressions).toEqual([]);
	})
);

test(
	'neither drafts nor what was withdrawn, access needs nor notes are in a file, also when they go while it is made',
	withWorld(async (world) => {
		await aCall(world);
		const [kept, goes] = [await sentBy(world, 'Stays'), await sentBy(world, 'Goes')];
		await filledIn(world);
		await writeNote.within(world.as(lead), { slug, reference: kept.reference, note: 'Between us.' });
		const leave = async () => {
			await withdrawExpression.within(world.as(goes.actor), { reference: goes.reference, sure: 'yes' });
		};
		const text = await fileOf(world, 'csv', {}, leave);
		expect(text).toContain('Stays');
		expect(text).not.toMatch(/Goes|Damp Watch|steps|Between us/);
	})
);

test(
	'that it was taken along is recorded: how many and by which filters, and no word that was looked for',
	withWorld(async (world) => {
		await aCall(world);
		await sent(world);
		await fileOf(world, 'csv', { kind: 'access', q: 'asha' });
		const [event] = await world.db<{ details: object; actor: object }[]>`
			select details, actor from house.event where name = 'call.expressions-exported'`;
		expect(event!.details).toMatchObject({ as: 'csv', count: 1, kind: 'access', searched: true });
		expect(JSON.stringify(event)).not.toContain('asha');
		const { taken } = await listExpressions.within(world.as(lead), { slug });
		expect(taken).toMatchObject([{ as: 'csv', count: 1, who: null }]);
		expect(event!.actor).toMatchObject({ id: (lead as { id: string }).id });
	})
);
