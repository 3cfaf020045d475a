import { expect, test } from 'vitest';
import { csvParts, jsonParts } from '#areas/programmes';
import type { Question } from '#areas/forms';
import {
	exportExpressions,
	listExpressions,
	pageExpressions,
	readExportPart,
	readExpression,
	readRecord,
	sendDigests,
	sendExpression,
	showActivity
} from '#areas/programmes/server';
import { house } from '#shared/actor';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { filledIn, save } from '../../../../tests/expression-world.ts';
import { publishQuestions } from '../../../../tests/form-world.ts';
import { joins } from '../../../../tests/lived-in/people.ts';
import { textOfPdf } from '../../../../tests/surfaces/pdf.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';
import { keepCard } from '../caseload/server/cards.ts';
import { packParts } from '../caseload/ui/pack-pdf.ts';

const slug = 'spring';
const word = 'quillowbank';
const grant = { key: 'grant', kind: 'short-text', label: { text: 'Where would it go?' }, seenBy: 'later' } as Question; // prettier-ignore
const beforeTheDecision = new Date('2026-03-27T12:00:00Z');
const afterIt = new Date('2026-03-28T12:00:00Z');

/** Where staff and their programs meet what was answered, as text. */
async function surfaces(world: World, reference: string, now: Date): Promise<Record<string, string>> {
	const as = world.as(lead, now);
	const read = (ids: string[]) => readExportPart.within(as, { slug, ids });
	const made = (format: 'csv' | 'json' | 'pdf') => exportExpressions.within(as, { slug, as: format });
	const json = (value: unknown) => JSON.stringify(value).toLowerCase();
	return {
		page: json(await readExpression.within(as, { slug, reference })),
		list: json(await listExpressions.within(as, { slug })),
		csv: (await joined(csvParts(await made('csv'), read))).toLowerCase(),
		json: (await joined(jsonParts(await made('json'), read))).toLowerCase(),
		pack: (await textOfPdf(Buffer.concat(await all(packParts(await made('pdf'), read))))).toLowerCase(),
		'page of records': json(await pageExpressions.within(as, { slug, limit: 10 })),
		record: json(await readRecord.within(as, { slug, reference })),
		activity: json(await showActivity.within(as, { slug }))
	};
}

async function all<T>(parts: AsyncIterable<T>): Promise<T[]> {
	const found: T[] = [];
	for await (const part of parts) found.push(part);
	return found;
}
const joined = async (parts: AsyncIterable<string>) => (await all(parts)).join('');
const found = async (world: World, now: Date) =>
	(await listExpressions.within(world.as(lead, now), { slug, q: word })).shown;
const namesOf = (seen: Record<string, string>) =>
	Object.keys(seen).filter((name) => seen[name]!.includes(word));

test('what is for later is nowhere before the decision, is not found, and is everywhere after it', withWorld(async (world) => {
	await aCall(world);
	await joins(world, someDay, { name: 'Hana', roles: ['lead'] });
	await publishQuestions(world, (one) => one, [grant], someDay);
	const held = await filledIn(world);
	await save(world, held, 'grant', { grant: `To ${word}.` });
	await sendExpression.within(world.as(held.actor), { reference: held.reference, copy: 'yes' });
	await world.runJobs();
	expect(namesOf(await surfaces(world, held.reference, beforeTheDecision))).toEqual([]);
	expect(await found(world, beforeTheDecision)).toBe(0);
	await sendDigests.within(world.as(house, new Date('2026-01-16T06:05:00Z')), {});
	const letters = await world.post(new Date('2026-01-16T06:06:00Z'));
	expect(letters.map(({ template }) => template)).toContain('digest');
	expect(letters.filter(({ text }) => text.includes(word))).toEqual([]);
	const after = await surfaces(world, held.reference, afterIt);
	expect(namesOf(after)).toEqual(['page', 'csv', 'json', 'pack', 'page of records', 'record']);
	// As the clock does every five minutes with cards that were made from other questions.
	await keepCard(world.as(house, afterIt), held.id);
	expect(await found(world, afterIt)).toBe(1);
})); // prettier-ignore
