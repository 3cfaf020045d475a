import { expect, test } from 'vitest';
import { exportForm, readFormFile, showForm, showFormExchange, takeFormFile } from '#areas/programmes/server';
import { formAsJson } from '#areas/forms';
import { readXlsForm, workbookOf } from '#areas/forms/xlsform/server';
import { visitor, type Actor } from '#shared/actor';
import { aCall, lead } from '../../../../../tests/call-world.ts';
import { linkOnly, roleless } from '../../../../../tests/expression-world.ts';
import { book, stored } from '../../../../../tests/prove/malformed-forms/samples.ts';
import { withWorld, type World } from '../../../../../tests/world.ts';

const slug = 'spring';
const xlsx = () => new Blob([new Uint8Array(workbookOf(book()))]);
const look = (world: World, file: Blob, as: Actor = lead) =>
	readFormFile.within(world.as(as), { slug, file });
const take = (world: World, json: string, edition: number | string, as: Actor = lead) =>
	takeFormFile.within(world.as(as), { slug, edition: String(edition), json });

test('nobody but staff brings a form in, takes one along, or learns whether there is one', withWorld(async (world) => {
	await aCall(world, { slug });
	for (const as of [visitor, roleless, linkOnly]) {
		const context = world.as(as);
		await expect(showFormExchange.within(context, { slug })).rejects.toMatchObject({ name: 'Problem' });
		await expect(look(world, xlsx(), as)).rejects.toMatchObject({ name: 'Problem' });
		await expect(take(world, '{}', 0, as)).rejects.toMatchObject({ name: 'Problem' });
		await expect(exportForm.within(context, { slug })).rejects.toMatchObject({ name: 'Problem' });
	}
})); // prettier-ignore

test('a file is looked at, row by row, and nothing of it is kept until it is taken', withWorld(async (world) => {
	await aCall(world, { slug });
	const before = await showForm.within(world.as(lead), { slug });
	const answer = await look(world, xlsx());
	if ('refused' in answer) throw new Error(answer.refused);
	const seen = answer.found;
	expect(seen).toMatchObject({ edition: before.edition, questions: 13 });
	expect(seen.others[0]).toMatchObject({ sheet: 'survey', row: 2, outcome: 'Not taken', why: [expect.stringMatching(/device/)] });
	expect(await showForm.within(world.as(lead), { slug })).toEqual(before);
	await take(world, seen.json, seen.edition);
	expect(formAsJson((await showForm.within(world.as(lead), { slug })).form)).toBe(seen.json);
})); // prettier-ignore

test('whoever changed the form meanwhile is not overwritten', withWorld(async (world) => {
	await aCall(world, { slug });
	const answer = await look(world, xlsx());
	if ('refused' in answer) throw new Error(answer.refused);
	const mine = answer.found;
	await take(world, formAsJson(stored()), mine.edition);
	await take(world, formAsJson({ ...stored(), others: [] }), (await showForm.within(world.as(lead), { slug })).edition);
	await expect(take(world, mine.json, mine.edition)).rejects.toMatchObject({ code: 'form-edited-meanwhile' });
})); // prettier-ignore

test('what cannot be a form is said in one sentence, and a form that was altered on the way is refused', withWorld(async (world) => {
	await aCall(world, { slug });
	expect(await look(world, new Blob(['hello']))).toEqual({ refused: 'This is not a spreadsheet of the kind .xlsx.' });
	expect(await look(world, new Blob(['{"format":2}']))).toMatchObject({ refused: expect.stringMatching(/\.$/) });
	await expect(take(world, '{"format":1}', 0)).rejects.toMatchObject({ code: 'form-file-unusable' });
})); // prettier-ignore

test('the form goes along as an XLSForm and comes back as it was', withWorld(async (world) => {
	await aCall(world, { slug });
	const { xlsx: bytes } = await exportForm.within(world.as(lead), { slug });
	const json = formAsJson((await showForm.within(world.as(lead), { slug })).form);
	const again = await readXlsForm(bytes, { main: 'en', seenBy: 'staff' });
	expect(formAsJson(again.form!)).toBe(json);
})); // prettier-ignore
