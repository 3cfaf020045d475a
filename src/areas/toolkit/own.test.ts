import { expect, test } from 'vitest';
import { ourActivities } from './activities/index.ts';
import { firstWords, type ActivityDraft } from './activity.ts';
import { adaptedDraft, blankDraft, gapNames, gapsOf, revised, translated, wholeOf } from './own.ts';
import type { ReviseActivity } from './own.schema.ts';
import { activityIn } from './said.ts';

const ours = ourActivities.find(({ slug }) => slug === 'map-the-power')!;
const words = (draft: ActivityDraft) => firstWords(draft);

/** What the form of a card sends when nothing was changed. */
function asSent(draft: ActivityDraft): Omit<ReviseActivity, 'activity' | 'edition'> {
	const { title, purpose, body } = words(draft);
	const { language: _l, words: _w, steps, ...rest } = draft;
	const inRows = body!.steps.map((step, at) => ({ minutes: steps[at]!, ...step }));
	return { ...rest, licence: draft.licence, title, purpose, ...body!, steps: inRows };
}

const welsh = {
	language: 'cy',
	title: 'Mapio’r pŵer',
	purpose: 'Pwy sy’n cytuno.',
	outcomes: { group: 'a', project: 'b', momentum: 'c' },
	needs: ['wal'],
	care: ['gofal'],
	steps: ours.steps.map((_, at) => ({ heading: `Cam ${at + 1}`, words: 'Gwneud.' }))
} as const;
const inWelsh = (draft: ActivityDraft, more: object = {}) =>
	translated(draft, { ...welsh, needs: [...welsh.needs], care: [...welsh.care], ...more });

test('an empty card lacks everything but its title and what nobody has to say', () => {
	const blank = blankDraft('Tea first', 'en');
	expect(gapsOf(blank)).toEqual(gapNames.filter((gap) => gap !== 'reading'));
	expect(wholeOf('tea-first', blank)).toBeUndefined();
});

test('one that is adapted is whole at once, and keeps licence and credit', () => {
	const draft = adaptedDraft(ours, '');
	expect(gapsOf(draft)).toEqual([]);
	expect(wholeOf('our-map', draft)).toEqual({ ...ours, slug: 'our-map' });
	expect(draft).toMatchObject({ licence: ours.licence, credit: ours.credit });
});

test.each([
	[
		'a step without minutes',
		(draft: ActivityDraft) => ({ ...draft, steps: [null, ...draft.steps.slice(1)] }),
		'steps'
	],
	['from more than to', (draft: ActivityDraft) => ({ ...draft, minutes: { from: 9, to: 5 } }), 'minutes'],
	['nobody to credit', (draft: ActivityDraft) => ({ ...draft, credit: '' }), 'credit'],
	['no box', (draft: ActivityDraft) => ({ ...draft, feeds: [] }), 'feeds'],
	[
		'reading without an address',
		(draft: ActivityDraft) => ({ ...draft, reading: [{ title: 'A', who: 'B', url: '' }] }),
		'reading'
	]
])('%s is a gap, and then nothing can be published', (_, change, gap) => {
	const draft = change(adaptedDraft(ours, ''));
	expect(gapsOf(draft)).toEqual([gap]);
	expect(wholeOf('x', draft)).toBeUndefined();
});

test('reading that would do something else than lead to a page is never whole', () => {
	const reading = [{ title: 'A', who: 'B', url: 'javascript:alert(1)' }];
	expect(wholeOf('x', { ...adaptedDraft(ours, ''), reading })).toBeUndefined();
});

test('an adapted card keeps its licence whatever a form sends; one of one’s own has what was chosen', () => {
	const draft = adaptedDraft(ours, '');
	const sent = { ...asSent(draft), licence: 'CC0 1.0' as const };
	expect(revised(draft, sent, true).licence).toBe('CC BY-SA 4.0');
	expect(revised(draft, sent, false).licence).toBe('CC0 1.0');
});

test('a translation that something was changed under says so; saved anew it no longer does', () => {
	const draft = inWelsh(adaptedDraft(ours, ''));
	expect(draft.words.cy?.body?.steps[0]).toMatchObject({ heading: 'Cam 1' });
	const untouched = revised(draft, { ...asSent(draft), kind: 'act' }, true);
	expect(untouched.words.cy).toEqual(draft.words.cy);
	const changed = revised(draft, { ...asSent(draft), purpose: 'Something else.' }, true);
	expect(changed.words.cy).toMatchObject({ older: true, title: 'Mapio’r pŵer' });
	expect(inWelsh(changed).words.cy?.older).toBeUndefined();
});

test('where steps were added, a translation is its name and purpose again', () => {
	const draft = inWelsh(adaptedDraft(ours, ''));
	const sent = asSent(draft);
	const more = { ...sent, steps: [...sent.steps, { minutes: 5, heading: 'Tea', words: 'Drink it.' }] };
	const changed = revised(draft, more, true);
	expect(changed.words.cy).toMatchObject({ title: 'Mapio’r pŵer', older: true });
	expect(changed.words.cy?.body).toBeUndefined();
	expect(wholeOf('x', changed)).toBeDefined();
});

test('a translation with a hole in it is shown by name and purpose alone', () => {
	const steps = welsh.steps.map((step, at) => (at ? step : { ...step, words: '' }));
	expect(inWelsh(adaptedDraft(ours, ''), { steps }).words.cy).toEqual({
		title: welsh.title,
		purpose: welsh.purpose
	});
});

test('without words in the reader’s language it is shown in its first, and says which that is', () => {
	const { en, fr } = ours.words;
	const { body: _, ...short } = fr!;
	const inFrench = (words: object) =>
		activityIn('fr', { activity: { ...ours, words: { en, ...words } }, isOwn: false });
	expect(inFrench({})).toMatchObject({ lang: 'en', bodyLang: 'en', isOlder: false });
	expect(inFrench({ fr: short })).toMatchObject({ lang: 'fr', bodyLang: 'en' });
	expect(inFrench({ fr })).toMatchObject({ lang: 'fr', bodyLang: 'fr' });
});
