import { expect, test } from 'vitest';
import { visitor, type Actor } from '#shared/actor';
import {
	beginActivity,
	deleteActivity,
	listActivities,
	listOwnActivities,
	publishActivity,
	restoreVersion,
	reviseActivity,
	showActivity,
	showOwnActivity,
	showTranslation,
	showVersions,
	takeToolkit,
	translateActivity,
	withdrawActivity
} from '#areas/toolkit/server';
import { lead } from '../../../../tests/call-world.ts';
import { linkOnly, roleless } from '../../../../tests/expression-world.ts';
import { administrator, anAdministrator } from '../../../../tests/site-world.ts';
import { withWorld, type World } from '../../../../tests/world.ts';

const nothing = { code: 'not-found' };
const ours = { from: 'map-the-power', title: 'Power on our street' };
const slug = 'power-on-our-street';
const begins = (world: World, input: object = ours, by: Actor = lead) =>
	beginActivity.within(world.as(by), { language: 'en', ...input });
const shown = (world: World, activity = slug) => showOwnActivity.within(world.as(lead), { activity });
const publishes = async (world: World, activity = slug) =>
	publishActivity.within(world.as(lead), { activity, edition: (await shown(world, activity)).edition });
const everybody = async (world: World) =>
	(await listActivities.within(world.as(), { locale: 'en' })).cards.filter(({ isOwn }) => isOwn);

/** What the form of the card sends, with some of it changed. */
async function sent(world: World, change: object = {}, activity = slug) {
	const { content, first, edition } = await shown(world, activity);
	const { outcomes, needs, care, steps } = first.body!;
	const { kind, minutes, group, template, feeds, reading, licence, credit } = content;
	const inRows = steps.map((step, at) => ({ minutes: content.steps[at], ...step }));
	const facts = { kind, minutes, group, template, feeds, reading, licence, credit };
	const words = { title: first.title, purpose: first.purpose, outcomes, needs, care, steps: inRows };
	return { activity, edition, ...facts, ...words, ...change };
}

test(
	'nobody but staff begins, reads, changes, publishes, takes back or deletes a card',
	withWorld(async (world) => {
		await begins(world);
		const edition = 1;
		const one = { activity: slug };
		for (const stranger of [visitor, linkOnly, roleless]) {
			const as = world.as(stranger);
			await expect(begins(world, ours, stranger)).rejects.toMatchObject(nothing);
			await expect(listOwnActivities.within(as, {})).rejects.toMatchObject(nothing);
			await expect(showOwnActivity.within(as, one)).rejects.toMatchObject(nothing);
			await expect(showVersions.within(as, one)).rejects.toMatchObject(nothing);
			await expect(showTranslation.within(as, { ...one, language: 'cy' })).rejects.toMatchObject(nothing);
			const changed = await sent(world);
			await expect(reviseActivity.within(as, changed)).rejects.toMatchObject(nothing);
			const said = { ...one, edition, language: 'cy', title: 'T', purpose: 'P' } as const;
			await expect(translateActivity.within(as, said)).rejects.toMatchObject(nothing);
			await expect(publishActivity.within(as, { ...one, edition })).rejects.toMatchObject(nothing);
			await expect(restoreVersion.within(as, { ...one, edition })).rejects.toMatchObject(nothing);
			await expect(withdrawActivity.within(as, one)).rejects.toMatchObject(nothing);
			await expect(deleteActivity.within(as, one)).rejects.toMatchObject(nothing);
		}
		expect((await shown(world)).edition).toBe(1);
	})
);

test(
	'what is being written is on no public page; published it is, with where it is from; taken back it is not',
	withWorld(async (world) => {
		await begins(world);
		const read = () => showActivity.within(world.as(), { activity: slug, locale: 'en' });
		await expect(read()).rejects.toMatchObject(nothing);
		expect(await everybody(world)).toEqual([]);
		await publishes(world);
		expect(await read()).toMatchObject({ title: ours.title, from: { slug: 'map-the-power' }, isOwn: true });
		expect((await takeToolkit.within(world.as(), {})).given.at(-1)).toMatchObject({ isOwn: true });
		await reviseActivity.within(world.as(lead), await sent(world, { purpose: 'Not for everybody yet.' }));
		expect((await read()).purpose, 'the version that was published').not.toContain('Not for everybody');
		expect((await shown(world)).state).toBe('changed');
		await publishes(world);
		expect((await read()).purpose).toBe('Not for everybody yet.');
		await expect(deleteActivity.within(world.as(lead), { activity: slug })).rejects.toMatchObject({
			code: 'activity-published'
		});
		await withdrawActivity.within(world.as(lead), { activity: slug });
		await expect(read()).rejects.toMatchObject(nothing);
		await publishes(world);
		expect(await everybody(world)).toHaveLength(1);
		await withdrawActivity.within(world.as(lead), { activity: slug });
		await deleteActivity.within(world.as(lead), { activity: slug });
		expect((await listOwnActivities.within(world.as(lead), {})).own).toEqual([]);
		expect(await world.db`select 1 from toolkit.version`).toHaveLength(0);
	})
);

test(
	'an empty card is begun in any language and published only when nothing is missing',
	withWorld(async (world) => {
		await expect(begins(world, {})).rejects.toMatchObject({ code: 'unusable', fields: { title: 'missing' } });
		await expect(begins(world, { from: 'nothing' })).rejects.toMatchObject(nothing);
		await begins(world, { title: 'شاي أولًا', language: 'ar' });
		expect(await shown(world, 'activity')).toMatchObject({ language: 'ar', state: 'draft' });
		await expect(publishes(world, 'activity')).rejects.toMatchObject({ code: 'activity-not-whole' });
		await begins(world, { title: 'Path' });
		await begins(world, { title: 'Map the power' });
		const { own } = await listOwnActivities.within(world.as(lead), {});
		expect(own.map((one) => one.slug)).toEqual(expect.arrayContaining(['path-2', 'map-the-power-2']));
	})
);

test(
	'of two who write at once the second is told, and loses nothing of what the first wrote',
	withWorld(async (world) => {
		await begins(world);
		const mine = await sent(world, { title: 'Mine' });
		const theirs = await sent(world, { title: 'Theirs' });
		await reviseActivity.within(world.as(lead), mine);
		await expect(reviseActivity.within(world.as(administrator), theirs)).rejects.toMatchObject({
			code: 'activity-edited-meanwhile'
		});
		expect((await shown(world)).title).toBe('Mine');
		const again = { ...theirs, edition: (await shown(world)).edition };
		await reviseActivity.within(world.as(administrator), again);
		expect((await shown(world)).title).toBe('Theirs');
		await expect(
			publishActivity.within(world.as(lead), { activity: slug, edition: 2 }),
			'a version that nobody looks at any more'
		).rejects.toMatchObject({ code: 'activity-edited-meanwhile' });
	})
);

test(
	'every version stays, with who wrote it, and one can go back',
	withWorld(async (world) => {
		const actor = await anAdministrator(world);
		await begins(world, ours, actor);
		await reviseActivity.within(world.as(actor), await sent(world, { title: 'Another' }));
		await restoreVersion.within(world.as(actor), { activity: slug, edition: 1 });
		const { versions } = await showVersions.within(world.as(lead), { activity: slug });
		expect(versions.map(({ edition, who, first }) => [edition, who, first.title])).toEqual([
			[3, 'Rhian', ours.title],
			[2, 'Rhian', 'Another'],
			[1, 'Rhian', ours.title]
		]);
		await expect(restoreVersion.within(world.as(lead), { activity: slug, edition: 9 })).rejects.toMatchObject(
			nothing
		);
	})
);

test(
	'a translation is shown to those who read its language, and the rest says which language it is',
	withWorld(async (world) => {
		await begins(world);
		const edition = (await shown(world)).edition;
		const said = { activity: slug, language: 'cy', title: 'Pŵer', purpose: 'Pwy all newid hyn.' } as const;
		await translateActivity.within(world.as(lead), { ...said, edition });
		await publishes(world);
		const read = (locale: 'cy' | 'ar') => showActivity.within(world.as(), { activity: slug, locale });
		expect(await read('cy')).toMatchObject({ title: 'Pŵer', lang: 'cy', bodyLang: 'en' });
		expect(await read('ar'), 'of the card that it was adapted from').toMatchObject({
			lang: 'ar',
			isOlder: true
		});
		await expect(
			translateActivity.within(world.as(lead), { ...said, language: 'en', edition: 2 }),
			'its first language is no translation'
		).rejects.toMatchObject(nothing);
	})
);

test(
	'what is no number, no box, no web address or too long is said at its field',
	withWorld(async (world) => {
		await begins(world);
		const wrong = await sent(world, {
			title: '',
			minutes: { from: 'soon', to: '9999' },
			feeds: ['kitchen'],
			steps: { 0: { minutes: '5', heading: 'x'.repeat(200), words: '' } },
			reading: [{ title: 'A', who: 'B', url: 'javascript:alert(1)' }]
		});
		await expect(reviseActivity.within(world.as(lead), wrong as never)).rejects.toMatchObject({
			fields: {
				title: 'missing',
				'minutes.from': 'not-a-number',
				'minutes.to': 'out-of-range',
				'feeds.0': 'not-an-option',
				'steps.0.heading': 'too-long',
				'reading.0.url': 'not-a-link'
			}
		});
	})
);
