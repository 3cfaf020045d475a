import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import { archiveCall, listCalls, moveDates, showCall } from '#areas/programmes/server';
import { callCalendar, callsAtom, callsJsonFeed, openCallsJson } from '#areas/programmes';
import { instantOf } from '#shared/dates';
import { sentenceOfInstant } from '#words/dates';
import { inLanguage } from '#words/language';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { textOf } from '../../../../tests/surfaces/html.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';
import CallList from './CallList.svelte';
import CallPage from './CallPage.svelte';
import { callPdf } from './call-pdf.ts';
import { textOfPdf } from '../../../../tests/surfaces/pdf.ts';

const slug = 'spring';
const site = 'https://placard.example';
const address = `${site}/programmes/${slug}`;
const addresses = { host: 'The Host', list: `${site}/programmes`, of: () => address };

type Surfaces = Record<string, string>;

/** Everything that a call is shown as, as text: each from the use cases that its address asks. */
async function surfaces(world: World, now = someDay): Promise<Surfaces> {
	const view = await showCall.within(world.as(undefined, now), { slug });
	const list = await listCalls.within(world.as(undefined, now), {});
	return {
		page: htmlOf(CallPage, { view, address }),
		list: htmlOf(CallList, { list, address: addresses.list }),
		calendar: callCalendar(view, address).replaceAll('\r\n ', '').replaceAll('\\,', ','),
		atom: callsAtom(list, addresses),
		'json feed': JSON.stringify(callsJsonFeed(list, addresses)),
		'open calls': JSON.stringify(openCallsJson(list, addresses)),
		pdf: await textOfPdf(await callPdf(view, address))
	};
}

function htmlOf<Props extends object>(component: unknown, props: Props): string {
	const request = { page: { url: new URL(address), data: {}, form: null, params: {} } };
	const context = new Map([['__request__', request]]);
	const { head, body } = render(component as never, { props, context } as never);
	return head + body;
}

describe.each([
	['Europe/London', '12 noon UK time, Wednesday 11 March 2026', '2026-03-11T12:00:00.000Z', '+00:00'],
	['America/New_York', '12 noon Eastern time, Wednesday 11 March 2026', '2026-03-11T16:00:00.000Z', '-04:00'],
	['Asia/Kathmandu', '12 noon Nepal time, Wednesday 11 March 2026', '2026-03-11T06:15:00.000Z', '+05:45'],
	[
		'Australia/Lord_Howe',
		'12 noon Lord Howe time, Wednesday 11 March 2026',
		'2026-03-11T01:00:00.000Z',
		'+11:00'
	]
])('a deadline at noon in %s', (zone, sentence, instant, offset) => {
	test(
		'is the same instant and the same words on every surface',
		withWorld(async (world) => {
			await aCall(world, { zone });
			const shown = await surfaces(world);
			for (const [name, text] of Object.entries(shown))
				expect(name === 'page' || name === 'list' ? textOf(text) : text, name).toContain(sentence);
			expect(shown['page']).toContain(`datetime="${instant}"`);
			expect(shown['page']).toContain(`"applicationDeadline":"2026-03-11T12:00:00${offset}"`);
			expect(shown['list']).toContain(`datetime="${instant}"`);
			expect(shown['calendar']).toContain(`DTSTART;TZID=${zone}:20260311T120000`);
			expect(shown['calendar']).toContain(`BEGIN:VTIMEZONE\r\nTZID:${zone}`);
			expect(shown['open calls']).toContain(
				`"closes":{"instant":"${instant}","zone":"${zone}","local":"2026-03-11T12:00"`
			);
		})
	);
});

test(
	'a moved deadline moves on all of them at once, and the old one is nowhere',
	withWorld(async (world) => {
		await aCall(world);
		const before = await surfaces(world);
		const dates = {
			zone: 'Europe/London',
			opens: '2026-01-05T00:00',
			closes: '2026-03-18T17:30',
			decisionsBy: '2026-03-27'
		};
		await moveDates.within(world.as(lead), { slug, note: 'One week more.', dates });
		const after = await surfaces(world);
		const old = sentenceOfInstant(instantOf('2026-03-11T12:00', 'Europe/London'), 'Europe/London');
		for (const [name, text] of Object.entries(after)) {
			const words = name === 'page' || name === 'list' ? textOf(text) : text;
			expect(words, name).toContain('5:30pm UK time, Wednesday 18 March 2026');
			expect(words, name).not.toContain(old);
		}
		expect(after['calendar']).toContain('DTSTART;TZID=Europe/London:20260318T173000');
		expect(uids(after)).toEqual(uids(before));
		expect(sequence(after)).toBeGreaterThan(sequence(before));
		expect(textOf(after['page']!)).toContain('One week more.');
		expect(after['open calls']).toContain('One week more.');
	})
);

const terms = {
	readers: 3,
	names: 'discussion',
	parts: { difference: 40, match: 35, score: 25 },
	attributes: [{ question: 'kind', weight: 3 }, { question: 'region', weight: 1 }],
	quotas: [{ of: 'region=wales', min: 1, why: 'Wales is where it began.' }],
	notAlone: [{ of: 'stage=idea' }],
	lots: 'drawn',
	band: 1,
	reserves: 2,
	quorum: 3,
	chair: ['breaks-ties']
}; // prettier-ignore

test(
	'how the panel chooses is said in the same plain sentences on every surface that says the whole call',
	withWorld(async (world) => {
		const criteria = [{ name: 'Reach', weight: 1, anchors: '2: Nobody decides.' }, { name: 'Luck', use: 'shown' }];
		await aCall(world, { content: { terms, selection: { criteria } } });
		const { page, pdf, 'open calls': json } = await surfaces(world, new Date('2026-02-01T12:00:00Z'));
		const texts = [textOf(page!), pdf!.replaceAll(/\s+/g, ' ').replaceAll(/Page \d+ of \d+ /g, ''), json!.replaceAll('\\"', '"')];
		for (const text of texts)
			for (const said of [
				'3 people read every application.',
				'They do not see the names of people and groups until they begin to talk about the applications together.',
				'“Luck” is shown to the panel, and never counts in the score.',
				'40 are for how different its members are',
				'“What is your campaign mainly about?” (75 of 100) and “Nation or region” (25 of 100)',
				'At least 1 of those chosen answered “Wales” to “Nation or region”. Why: Wales is where it began.',
				'Nobody chosen is the only one who answered',
				'within 1% of the best one, we draw lots',
				'2 more are kept as reserves',
				'at least 3 of its members take part',
				'Answers to equality questions are only counted.',
				'2: Nobody decides.'
			])
				expect(text).toContain(said);
	})
); // prettier-ignore

test(
	'of how the panel chooses nothing is made up where the host said nothing',
	withWorld(async (world) => {
		await aCall(world);
		for (const [name, text] of Object.entries(await surfaces(world)))
			expect(text, name).not.toMatch(/How the panel works|equality questions/);
	})
);

test.each([
	['cy', 'Mae 3 o bobl yn darllen pob cais.'],
	['es', '3 personas leen cada solicitud.'],
	['fr', '3 personnes lisent chaque candidature.'],
	['ar', 'يقرأ كلَّ طلب 3 أشخاص.']
] as const)('how the panel chooses is said in %s', (locale, sentence) =>
	withWorld(async (world) => {
		await aCall(world, { content: { terms } });
		const { page } = await inLanguage(locale, () => surfaces(world));
		expect(textOf(page!)).toContain(sentence);
	})()
);

test(
	'put away, its entries in calendars are cancelled',
	withWorld(async (world) => {
		await aCall(world);
		const before = await surfaces(world);
		await archiveCall.within(world.as(lead), { slug, page: 'stays' });
		const after = await surfaces(world);
		expect(after['calendar']).toContain('METHOD:CANCEL');
		expect(after['calendar']!.match(/STATUS:CANCELLED/g)).toHaveLength(3);
		expect(uids(after)).toEqual(uids(before));
		expect(sequence(after)).toBeGreaterThan(sequence(before));
		expect(JSON.parse(after['open calls']!)).toEqual({ calls: [] });
	})
);

test(
	'a discreet call leaves nothing in a calendar that tells what it is',
	withWorld(async (world) => {
		await aCall(world, { content: { name: 'Survivors of harm', discreet: true } });
		const { calendar } = await surfaces(world);
		expect(calendar).toContain('SUMMARY:A date to remember');
		expect(calendar).not.toMatch(/Survivors|placard\.example/);
	})
);

test(
	'what a host writes cannot break out of any of them',
	withWorld(async (world) => {
		const nasty = '</script><script>alert(1)</script> & "quoted" \u2028 <b>\u0001';
		await aCall(world, { content: { name: `Spring ${nasty}`, summary: nasty, host: nasty } });
		const shown = await surfaces(world);
		for (const name of ['page', 'list', 'atom']) expect(shown[name], name).not.toMatch(/<script>alert|<b>/);
		const linked = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(shown['page']!)![1]!;
		expect((JSON.parse(linked) as { name: string }).name).toContain('</script>');
		expect(shown['atom']).toContain('&lt;/script&gt;');
		expect(shown['calendar']!.split('\r\n').every((line) => /^[A-Z-]+[;:]/.test(line) || line === '')).toBe(
			true
		);
	})
);

test(
	'in letters that the PDF has not, it says where they can be read',
	withWorld(async (world) => {
		const said = 'Some letters in this call cannot be printed here.';
		await aCall(world, { content: { summary: 'Dŵr, “café”, 3 → 4, £5 – €6' } });
		expect((await surfaces(world))['pdf']).not.toContain(said);
		await world.db`update programmes.version set content = jsonb_set(content, '{summary}', '"Вода ❤"')`;
		expect((await surfaces(world))['pdf']).toContain(said);
	})
);

test(
	'a call that hides from the public is in none of them',
	withWorld(async (world) => {
		await aCall(world, { slug: 'draft', content: { name: 'Hidden draft' }, published: null });
		await aCall(world, { slug: 'gone', content: { name: 'Hidden and gone' } });
		await archiveCall.within(world.as(lead), { slug: 'gone', page: 'goes' });
		await aCall(world);
		for (const [name, text] of Object.entries(await surfaces(world)))
			expect(text, name).not.toContain('Hidden');
	})
);

function uids({ calendar }: Surfaces): string[] {
	return [...calendar!.matchAll(/UID:(\S+)/g)].map((found) => found[1]!);
}

function sequence({ calendar }: Surfaces): number {
	return Number(/SEQUENCE:(\d+)/.exec(calendar!)![1]);
}
