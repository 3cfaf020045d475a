import { expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import {
	actOnMany,
	askQuestion,
	makeTag,
	markAsSpam,
	showActivity,
	showActivityOf,
	typeUpExpression,
	undoDeed,
	withdrawExpression,
	writeNote
} from '#areas/programmes/server';
import { aCall } from '../../../../../tests/call-world.ts';
import { filledIn, linkOnly, roleless, sentBy } from '../../../../../tests/expression-world.ts';
import { isAskedForMore } from '../../../../../tests/lived-in/asked.ts';
import { isInterviewed } from '../../../../../tests/lived-in/interviews.ts';
import { joins } from '../../../../../tests/lived-in/people.ts';
import { someDay, withWorld, type World } from '../../../../../tests/world.ts';
import { sentenceFor } from '../activity-words.ts';
import { agoWords } from '../ago.ts';

const slug = 'spring';
const minutes = (count: number) => new Date(someDay.getTime() + count * 60_000);

async function staffOf(world: World): Promise<{ hana: Actor; owen: string }> {
	const hana = await joins(world, someDay, { name: 'Hana', roles: ['lead'] });
	const owen = await joins(world, someDay, { name: 'Owen', roles: ['lead'] });
	return { hana: { kind: 'person', id: hana.id, assurance: 2, roles: ['lead'] }, owen: owen.id };
}
const told = async (world: World, as: Actor, reference?: string) => {
	const view = reference
		? await showActivityOf.within(world.as(as), { slug, reference })
		: await showActivity.within(world.as(as), { slug });
	return view.lines.map(({ name, who, count, reference: of, more }) =>
		sentenceFor(name, { who: who ?? 'Placard', what: of ?? `${count}`, more: more ?? '' })
	);
};

test(
	'what happened is told to host staff alone, in words, newest first',
	withWorld(async (world) => {
		await aCall(world);
		const { hana, owen } = await staffOf(world);
		const [ash, birch] = [await sentBy(world, 'Ash'), await sentBy(world, 'Birch')];
		const { tag } = await makeTag.within(world.as(hana, minutes(1)), {
			slug,
			name: 'To ring',
			colour: 'red'
		});
		const act = (what: string, held: { reference: string }[], at: number) =>
			actOnMany.within(world.as(hana, minutes(at)), {
				slug,
				act: what,
				reference: held.map(({ reference }) => reference)
			});
		await act(`assign:${owen}`, [ash], 2);
		const { deed } = await act(`tag:${tag}`, [ash, birch], 3);
		await undoDeed.within(world.as(hana, minutes(4)), { slug, deed });
		await writeNote.within(world.as(hana, minutes(5)), { slug, reference: birch.reference, note: 'Hush.' });
		expect((await told(world, hana)).slice(0, 4)).toEqual([
			`Hana wrote a note beside ${birch.reference}`,
			'Hana undid something: 2, as before',
			'Hana put the tag “To ring” on 2',
			`Hana assigned ${ash.reference} to Owen`
		]);
		expect(await told(world, hana, ash.reference)).toEqual([
			`Hana undid something: ${ash.reference}, as before`,
			`Hana put the tag “To ring” on ${ash.reference}`,
			`Hana assigned ${ash.reference} to Owen`,
			`${ash.reference} was sent`
		]);
		expect(JSON.stringify(await showActivity.within(world.as(hana), { slug }))).not.toContain('Hush');
		for (const stranger of [visitor, ash.actor, linkOnly, roleless]) {
			await expect(showActivity.within(world.as(stranger), { slug })).rejects.toMatchObject({
				code: 'not-found'
			});
			await expect(
				showActivityOf.within(world.as(stranger), { slug, reference: ash.reference })
			).rejects.toMatchObject({ code: 'not-found' });
		}
	})
);

test(
	'asking, interviews, questions, and what was set aside are told as well, and not what was asked',
	withWorld(async (world) => {
		await aCall(world);
		const { hana } = await staffOf(world);
		const ash = await sentBy(world, 'Ash');
		const { reference } = ash;
		await isAskedForMore(world, someDay, ash, hana, slug);
		await isInterviewed(world, someDay, ash, hana, slug);
		await askQuestion.within(world.as(visitor), { slug, question: 'Is it Hush?', email: '' });
		await markAsSpam.within(world.as(hana), { slug, reference, why: 'Hush' });
		const lines = await told(world, hana);
		expect(lines).toEqual(
			expect.arrayContaining([
				`Hana asked for more about ${reference}`,
				`Hana invited ${reference} to an interview`,
				`${reference}: the applicant chose a time for the interview`,
				'Hana offered times for interviews',
				'Somebody asked a question about the call',
				`Hana marked ${reference} as spam`
			])
		);
		expect(lines.join()).not.toContain('Hush');
		expect(await told(world, hana, reference)).not.toContain('Somebody asked a question about the call');
	})
);

test(
	'what happened to a draft, to what colleagues type up and to what was withdrawn is not told, nor counted',
	withWorld(async (world) => {
		await aCall(world);
		const { hana, owen } = await staffOf(world);
		const [gone, kept] = [await sentBy(world, 'Gone'), await sentBy(world, 'Kept')];
		const draft = await filledIn(world);
		const typing = await typeUpExpression.within(world.as(hana), {
			slug,
			met: [],
			from: 'paper',
			received: { day: '14', month: '1', year: '2026', time: '9am' }
		});
		await writeNote.within(world.as(hana), { slug, reference: gone.reference, note: 'x' });
		for (const reference of [[gone.reference, kept.reference], [gone.reference]])
			await actOnMany.within(world.as(hana), {
				slug,
				act: reference.length > 1 ? `assign:${owen}` : 'release',
				reference
			});
		await withdrawExpression.within(world.as(gone.actor), { ...gone, sure: 'yes' });
		const lines = await told(world, hana);
		for (const { reference } of [gone, draft, typing]) expect(lines.join('\n')).not.toContain(reference);
		expect(lines).toEqual(
			expect.arrayContaining([`Hana assigned ${kept.reference} to Owen`, `${kept.reference} was sent`])
		);
		expect(lines).toHaveLength(2);
		for (const { reference } of [gone, draft, typing])
			await expect(showActivityOf.within(world.as(hana), { slug, reference })).rejects.toMatchObject({
				code: 'not-found'
			});
	})
);

test(
	'it comes in pages',
	withWorld(async (world) => {
		await aCall(world);
		const { hana } = await staffOf(world);
		const held = await sentBy(world, 'Ash');
		for (let n = 0; n < 60; n += 1)
			await writeNote.within(world.as(hana, minutes(n)), { slug, reference: held.reference, note: `${n}` });
		const page = (number: string) => showActivity.within(world.as(hana), { slug, page: number });
		expect(await page('1')).toMatchObject({ hasMore: true, page: 1 });
		expect((await page('1')).lines).toHaveLength(50);
		const second = await page('2');
		expect(second).toMatchObject({ hasMore: false });
		expect(second.lines).toHaveLength(11);
		expect((await page('nonsense')).page).toBe(1);
	})
);

test('times are said as people say them, by the clock of the call', () => {
	const now = new Date('2026-06-15T22:30:00Z');
	const said = (instant: string) => agoWords(new Date(instant), now, 'Europe/London');
	expect(said('2026-06-15T15:00:00Z')).toBe('today at 4pm');
	expect(said('2026-06-14T23:30:00Z')).toBe('today at 12:30am');
	expect(said('2026-06-14T15:00:00Z')).toBe('yesterday at 4pm');
	expect(said('2026-06-12T11:00:00Z')).toBe('Friday 12 June 2026 at 12 noon');
});
