import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { callCalendar, callsAtom, openCallsJson } from '#areas/programmes';
import {
	listCalls,
	publishCall,
	reviseCall,
	showCall,
	showTranslation,
	translateCall
} from '#areas/programmes/server';
import { callPdf } from '#areas/programmes/ui';
import { visitor, type Actor } from '#shared/actor';
import { inLanguage } from '#words/language';
import type { Locale } from '#words/addresses';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { textOfPdf } from '../../../../tests/surfaces/pdf.ts';
import { withWorld, type World } from '../../../../tests/world.ts';
import CallPage from '../ui/CallPage.svelte';

const slug = 'spring';
const address = 'https://placard.example/programmes/spring';
const addresses = { host: 'The Host', list: 'https://placard.example/programmes', of: () => address };
const content = {
	name: 'Spring programme',
	purpose: 'To win.',
	eligibility: { must: ['Be a group', 'Meet in Leeds'] }
};
const welsh = { name: 'Rhaglen y gwanwyn', purpose: 'I ennill.' };

async function translated(world: World, language: Locale, texts: Record<string, string>) {
	const as = world.as(lead);
	const { edition } = await showTranslation.within(as, { slug, language });
	await translateCall.within(as, { slug, language, edition, texts });
	await publishCall.within(as, { slug, edition: edition + 1, note: 'Also in another language.' });
}

/** Everything that a call is shown as, to a reader of one language. */
function shown(world: World, locale: Locale): Promise<Record<string, string>> {
	return inLanguage(locale, async () => {
		const view = await showCall.within(world.as(), { slug });
		const list = await listCalls.within(world.as(), {});
		return {
			page: pageOf(view),
			pdf: await textOfPdf(await callPdf(view, address)),
			calendar: callCalendar(view, address).replaceAll('\r\n ', ''),
			atom: callsAtom(list, addresses),
			json: JSON.stringify(openCallsJson(list, addresses))
		};
	});
}

function pageOf(view: Awaited<ReturnType<typeof showCall.within>>): string {
	const request = { page: { url: new URL(address), data: {}, form: null, params: {} } };
	const context = new Map([['__request__', request]]);
	const { head, body } = render(CallPage as never, { props: { view, address }, context } as never);
	return head + body;
}

describe('who may translate', () => {
	test.each<[string, Actor]>([
		['a visitor', visitor],
		['staff without their second factor', { ...lead, assurance: 1 } as Actor],
		['an applicant', { kind: 'applicant', expression: 'e' }]
	])('%s may not, and is told nothing', (_, actor) =>
		withWorld(async (world) => {
			await aCall(world, { slug, content });
			const about = { slug, language: 'cy' } as const;
			for (const refused of [
				showTranslation.within(world.as(actor), about),
				translateCall.within(world.as(actor), { ...about, edition: 1, texts: welsh })
			])
				await expect(refused).rejects.toMatchObject({ code: 'not-found' });
		})()
	);

	test(
		'a call is not translated into its own language, and of two who write at once the second is told',
		withWorld(async (world) => {
			await aCall(world, { slug, content });
			const as = world.as(lead);
			const own = showTranslation.within(as, { slug, language: 'en' });
			await expect(own).rejects.toMatchObject({ code: 'not-found' });
			const late = translateCall.within(as, { slug, language: 'cy', edition: 0, texts: welsh });
			await expect(late).rejects.toMatchObject({ code: 'edited-meanwhile' });
		})
	);

	test(
		'a list has a line for each line, and a name has room for a name',
		withWorld(async (world) => {
			await aCall(world, { slug, content });
			const about = { slug, language: 'cy' } as const;
			const { edition } = await showTranslation.within(world.as(lead), about);
			const write = (texts: Record<string, string>) =>
				translateCall.within(world.as(lead), { ...about, edition, texts });
			await expect(write({ 'eligibility/must': 'Bod yn grŵp' })).rejects.toMatchObject({
				fields: { 'texts.eligibility/must': 'not-as-many-lines' }
			});
			await expect(write({ name: 'x'.repeat(121) })).rejects.toMatchObject({
				fields: { 'texts.name': 'too-long' }
			});
		})
	);
});

test(
	'until it is published, nobody reads a translation',
	withWorld(async (world) => {
		await aCall(world, { slug, content });
		const about = { slug, language: 'cy' } as const;
		const { edition } = await showTranslation.within(world.as(lead), about);
		await translateCall.within(world.as(lead), { ...about, edition, texts: welsh });
		for (const text of Object.values(await shown(world, 'cy'))) expect(text).not.toContain(welsh.name);
	})
);

test(
	'every surface has the reader’s language where it is said, and the page and PDF say where it is not',
	withWorld(async (world) => {
		await aCall(world, { slug, content });
		await translated(world, 'cy', welsh);
		const { page, pdf, ...rest } = await shown(world, 'cy');
		for (const [name, text] of Object.entries({ page, pdf, ...rest })) {
			expect(text, name).toContain(welsh.name);
			expect(text, name).not.toContain(content.name);
		}
		expect(page).toContain('Dim ond yn Saesneg y mae’r rhan hon ar gael.');
		expect(page).toMatch(/<ul lang="en" dir="ltr">[^]*Be a group/);
		expect(pdf).toContain('Dim ond yn Saesneg');
		const english = await shown(world, 'en');
		expect(english['page']).toContain(content.name);
		for (const text of Object.values(english)) expect(text).not.toContain(welsh.name);
	})
);

test(
	'where nothing is translated, one sentence says so, and English stays left to right on an Arabic page',
	withWorld(async (world) => {
		await aCall(world, { slug, content });
		const { page } = await shown(world, 'ar');
		expect(page!.match(/الإنجليزية/g)).toHaveLength(1);
		expect(page).toMatch(/lang="en" dir="ltr"[^]*Spring programme/);
	})
);

test(
	'when the words change that it translates, the new ones are read until somebody has looked',
	withWorld(async (world) => {
		await aCall(world, { slug, content });
		await translated(world, 'cy', welsh);
		const as = world.as(lead);
		const { edition } = await showTranslation.within(as, { slug, language: 'cy' });
		await reviseCall.within(as, { slug, edition, content: { purpose: 'To win twice.' } });
		const { texts } = await showTranslation.within(as, { slug, language: 'cy' });
		expect(texts.filter(({ old }) => old).map(({ path }) => path)).toEqual(['purpose']);
		await publishCall.within(as, { slug, edition: edition + 1, note: 'Twice.' });
		const { page } = await shown(world, 'cy');
		expect(page).toContain('To win twice.');
		expect(page).not.toContain(welsh.purpose);
		expect(page).toContain(welsh.name);
	})
);

test(
	'what calls are asked by program has no words of another reader',
	withWorld(async (world) => {
		await aCall(world, { slug, content });
		await translated(world, 'cy', welsh);
		const { json } = await shown(world, 'en');
		expect(json).not.toContain('translations');
	})
);
