import sharp from 'sharp';
import { expect, test } from 'vitest';
import {
	chooseAccent,
	dropAccent,
	removeLogo,
	saveWords,
	setLogo,
	showHost,
	showLogo,
	showSettings
} from '#areas/site/server';
import { readFile } from '#server/files';
import type { Actor } from '#shared/actor';
import { locales } from '#words/addresses';
import { lead } from '../../../../tests/call-world.ts';
import { administrator } from '../../../../tests/site-world.ts';
import { withWorld, type World } from '../../../../tests/world.ts';

const words = {
	edition: 0,
	name: 'Common Ground',
	contact: 'hello@example.org',
	languages: ['en', 'cy'] as ('en' | 'cy')[],
	words: {
		en: { lead: 'We back campaigns.', about: 'First.\n\nSecond.', foot: 'Charity 1234567' },
		cy: { lead: 'Rydym yn cefnogi ymgyrchoedd.' }
	}
};
const shown = (world: World, locale: 'en' | 'cy' = 'en') => showHost.within(world.as(), { locale });
const png = (width: number, height: number) =>
	sharp({ create: { width, height, channels: 4, background: '#0a8' } })
		.png()
		.toBuffer();
const upload = (bytes: Buffer | string, name = 'logo.png') => new File([bytes as BlobPart], name);

test(
	'only an administrator who gave their second factor changes the site; anybody else is told nothing',
	withWorld(async (world) => {
		const others: Actor[] = [
			{ kind: 'visitor' },
			{ kind: 'applicant', expression: '1' },
			lead,
			{ ...administrator, assurance: 1 } as Actor
		];
		const logo = upload(await png(20, 20));
		for (const actor of others) {
			const as = world.as(actor);
			const all = [
				showSettings.within(as, {}),
				saveWords.within(as, words),
				chooseAccent.within(as, { accent: '#1d3fbb' }),
				dropAccent.within(as, {}),
				setLogo.within(as, { logo, holdsName: 'no' }),
				removeLogo.within(as, {})
			];
			for (const refused of all) await expect(refused).rejects.toMatchObject({ code: 'not-found' });
		}
		expect(await world.events()).toEqual([]);
	})
);

test(
	'before anybody has said who they are, every language is offered and nothing is made up',
	withWorld(async (world) => {
		expect(await shown(world)).toEqual({
			name: null,
			contact: null,
			languages: locales,
			lead: null,
			about: null,
			foot: null,
			accent: null,
			logo: null
		});
	})
);

test(
	'everybody reads what an administrator wrote, in their language as far as it was written',
	withWorld(async (world) => {
		await saveWords.within(world.as(administrator), words);
		expect(await shown(world, 'cy')).toMatchObject({
			name: 'Common Ground',
			lead: { text: 'Rydym yn cefnogi ymgyrchoedd.', lang: 'cy' },
			foot: { text: 'Charity 1234567', lang: 'en' }
		});
		expect(await world.events()).toEqual(['site.words-saved']);
	})
);

test(
	'of two administrators who write at once, the second is told and loses nothing of the first',
	withWorld(async (world) => {
		const as = world.as(administrator);
		await saveWords.within(as, words);
		await expect(saveWords.within(as, { ...words, name: 'Other' })).rejects.toMatchObject({
			code: 'site-edited-meanwhile'
		});
		const { edition } = await showSettings.within(as, {});
		await saveWords.within(as, { ...words, edition, name: 'Tir Cyffredin' });
		expect((await shown(world)).name).toBe('Tir Cyffredin');
	})
);

test(
	'words that cannot be used come back with one code a field',
	withWorld(async (world) => {
		const refused = saveWords.within(world.as(administrator), {
			...words,
			name: ' ',
			contact: 'nobody',
			languages: [],
			words: { en: { lead: 'x'.repeat(401) } }
		});
		await expect(refused).rejects.toMatchObject({
			fields: {
				name: 'missing',
				contact: 'not-an-email',
				languages: 'missing',
				'words.en.lead': 'too-long'
			}
		});
	})
);

test(
	'a colour that nobody could tell from paper is refused with the reason; a good one is kept as it is',
	withWorld(async (world) => {
		const choose = (accent: string) => chooseAccent.within(world.as(administrator), { accent });
		await expect(choose('#fffef5')).rejects.toMatchObject({ code: 'accent-too-pale' });
		await expect(choose('loud')).rejects.toMatchObject({ code: 'accent-not-a-colour' });
		await expect(choose('')).rejects.toMatchObject({ code: 'accent-not-a-colour' });
		await choose('1D3FBB');
		expect((await shown(world)).accent).toBe('#1d3fbb');
		await dropAccent.within(world.as(administrator), {});
		expect((await shown(world)).accent).toBeNull();
	})
);

test(
	'a logo is made anew to fit the head of a page; anyone sees it until another takes its place',
	withWorld(async (world) => {
		const as = world.as(administrator);
		await setLogo.within(as, { logo: upload(await png(3000, 600)), holdsName: 'yes' });
		const first = (await shown(world)).logo!;
		expect(first).toMatchObject({ width: 780, height: 156, showsName: true });
		const { kind, read } = await showLogo.within(world.as(), { id: first.id });
		const bytes = await new Response(await read()).arrayBuffer();
		expect([kind, (await sharp(bytes).metadata()).width]).toEqual(['png', 780]);

		await setLogo.within(as, { logo: upload(await png(10, 10)), holdsName: 'no' });
		for (const use of [showLogo, readFile])
			await expect(use.within(world.as(), { id: first.id })).rejects.toMatchObject({ code: 'not-found' });

		await removeLogo.within(as, {});
		expect((await shown(world)).logo).toBeNull();
	})
);

test(
	'what is no picture made of points is no logo, and the one before stays',
	withWorld(async (world) => {
		const as = world.as(administrator);
		await setLogo.within(as, { logo: upload(await png(10, 10)), holdsName: 'no' });
		const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
		for (const [bytes, name] of [
			[svg, 'logo.svg'],
			[svg, 'logo.png'],
			['<?xml version="1.0"?>' + svg, 'logo.webp']
		] as const)
			await expect(setLogo.within(as, { logo: upload(bytes, name), holdsName: 'no' })).rejects.toMatchObject({
				code: 'file-kind'
			});
		await expect(setLogo.within(as, { logo: 'x', holdsName: 'no' } as never)).rejects.toMatchObject({
			fields: { logo: 'missing' }
		});
		expect((await shown(world)).logo).not.toBeNull();
	})
);
