import { expect, test } from 'vitest';
import { csvParts, jsonParts } from '#areas/programmes';
import {
	eraseExpression,
	exportExpressions,
	listExpressions,
	readExportPart,
	readExpression,
	saveAnswers,
	sendExpression,
	showHoldings,
	showTranscript,
	withdrawExpression,
	writeTranscript
} from '#areas/programmes/server';
import { visitor } from '#shared/actor';
import { packParts } from '../../caseload/ui/pack-pdf.ts';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { everythingKept } from '../../../../../tests/everything-kept.ts';
import {
	filledIn,
	linkOnly,
	otherLead,
	roleless,
	sent,
	type Held
} from '../../../../../tests/expression-world.ts';
import { aFilm } from '../../../../../tests/films.ts';
import '../../../../../tests/files.ts';
import { textOfPdf } from '../../../../../tests/surfaces/pdf.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const question = 'recording-file';
const words = 'Heronsquill is what we call our estate.';
const notFound = { code: 'not-found' };

function brings(world: World, { reference, actor }: Held, version = '') {
	const fields = { [question]: aFilm('our story.webm'), [`${question}-version`]: version };
	return saveAnswers.within(world.as(actor), { reference, page: 'recording', fields });
}

/** Sent, with a recording. */
async function recorded(world: World): Promise<Held> {
	await aCall(world);
	const held = await filledIn(world);
	await brings(world, held);
	await sendExpression.within(world.as(held.actor), { reference: held.reference });
	await world.runJobs();
	return held;
}

const write = (world: World, { reference }: Held, more: object = {}, as = lead) =>
	writeTranscript.within(world.as(as), { slug, reference, question, words, edition: '0', ...more });
const kept = async (world: World) => (await world.db`select words from programmes.transcript`).length;

test(
	'staff alone write one, of a recording that they may see, and of nothing else',
	withWorld(async (world) => {
		const held = await recorded(world);
		const draft = await filledIn(world);
		await brings(world, draft);
		const without = await sent(world);
		for (const stranger of [visitor, held.actor, linkOnly, roleless]) {
			await expect(write(world, held, {}, stranger)).rejects.toMatchObject(notFound);
			const asked = { slug, reference: held.reference, question };
			await expect(showTranscript.within(world.as(stranger), asked)).rejects.toMatchObject(notFound);
		}
		await expect(write(world, draft)).rejects.toMatchObject(notFound);
		await expect(write(world, without)).rejects.toMatchObject(notFound);
		for (const other of ['group', 'access', 'nothing'])
			await expect(write(world, held, { question: other })).rejects.toMatchObject(notFound);
		await expect(write(world, held, { words: 'x'.repeat(60_001) })).rejects.toMatchObject({
			code: 'unusable'
		});
		await withdrawExpression.within(world.as(held.actor), { reference: held.reference, sure: 'yes' });
		await expect(write(world, held)).rejects.toMatchObject(notFound);
	})
);

test(
	'it is beside the recording, in what the applicant is shown, in search, table, JSON and pack',
	withWorld(async (world) => {
		const held = await recorded(world);
		const found = async () =>
			(await listExpressions.within(world.as(lead), { slug, q: 'heronsquill' })).shown;
		expect(await found()).toBe(0);
		await write(world, held);
		expect(await found()).toBe(1);
		const { expression } = await readExpression.within(world.as(otherLead), {
			slug,
			reference: held.reference
		});
		const answers = expression.sections.flatMap((section) => section.answers);
		expect(answers.find(({ key }) => key === question)?.transcript?.words).toBe(words);
		const holdings = JSON.stringify(await showHoldings.within(world.as(held.actor), held));
		expect(holdings).toContain(words);
		const file = await exportExpressions.within(world.as(lead), { slug, as: 'csv' });
		const read = (ids: string[]) => readExportPart.within(world.as(lead), { slug, ids });
		expect((await Array.fromAsync(csvParts(file, read))).join('')).toContain(words);
		expect((await Array.fromAsync(jsonParts(file, read))).join('')).toContain(words);
		const pack = Buffer.concat(await Array.fromAsync(packParts(file, read)));
		expect(await textOfPdf(pack)).toContain('Heronsquill');
	})
);

test(
	'of two who write at once, one is told; nothing written takes it away',
	withWorld(async (world) => {
		const held = await recorded(world);
		await write(world, held);
		await expect(write(world, held, { words: 'Theirs.' }, otherLead)).rejects.toMatchObject({
			code: 'transcript-edited-meanwhile'
		});
		const asked = { slug, reference: held.reference, question };
		const { edition } = await showTranscript.within(world.as(otherLead), asked);
		await write(world, held, { words: 'Theirs.', edition: String(edition) }, otherLead);
		expect((await showTranscript.within(world.as(lead), asked)).transcript?.words).toBe('Theirs.');
		await write(world, held, { words: '  ', edition: '2' });
		expect(await kept(world)).toBe(0);
	})
);

test(
	'it goes with its recording: with another one in its place, and with the application',
	withWorld(async (world) => {
		const held = await recorded(world);
		await write(world, held);
		await brings(world, held, '1');
		expect(await kept(world)).toBe(0);
		const asked = { slug, reference: held.reference, question };
		expect((await showTranscript.within(world.as(lead), asked)).transcript).toBeNull();
		await write(world, held);
		await eraseExpression.within(world.as(held.actor), { reference: held.reference, sure: 'yes' });
		expect(await kept(world)).toBe(0);
		expect(await everythingKept(world.db)).not.toContain('Heronsquill');
	})
);
