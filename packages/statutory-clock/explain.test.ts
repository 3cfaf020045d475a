import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clock } from './clock.ts';
import ours from './examples/ours.json' with { type: 'json' };
import { explain } from './explain.ts';
import { notes } from './notes.ts';
import { pickRegime, picks } from './pick.ts';
import { readFacts } from './read-facts.ts';
import { regimes } from './regimes.ts';
import { rules, type RuleId } from './rules.ts';
import { ukHolidays } from './uk-holidays.ts';
import { cy } from './words/cy.ts';

const cases = readFacts(JSON.stringify(ours.examples)).facts;
const told = (id: string, language: 'en' | 'cy') =>
	explain(clock(cases.find((one) => one.id === id)!), language);

test('a campaigner reads the day, how long it can be argued, and what was left out', () => {
	expect(told('PF01', 'en')).toEqual(
		expect.arrayContaining([
			'An answer is due by the end of Monday 28 September 2026.',
			'Somebody could defend Tuesday 29 September 2026: only after that day say that it is unlawfully late.',
			expect.stringContaining(
				'20 working days counted after Sunday 30 August 2026, the last of them Monday 28 September 2026. Left out: 8 days of weekends; Late Summer Bank Holiday (England and Wales, Northern Ireland), Monday 31 August 2026.'
			)
		])
	);
});

test('in Welsh too, with the names of holidays', () => {
	expect(told('PF01', 'cy').join('\n')).toContain(
		'Gŵyl Banc diwedd yr Haf (Cymru a Lloegr, Gogledd Iwerddon), dydd Llun 31 Awst 2026'
	);
});

test('a window that closes on oneself says when to act', () => {
	expect(told('PN06', 'en').slice(0, 2)).toEqual([
		'Act by the end of Friday 30 April 2027.',
		'The window itself closes on Sunday 2 May 2027.'
	]);
});

test('what no law demands is never called unlawful', () => {
	const review = explain(clock({ id: 'R', regime: 'FOIA-review', received: '2026-11-02' }), 'en').join('\n');
	expect(review).toContain('No law demands it');
	expect(told('PF13', 'en').join('\n')).toContain('No law demands it');
	expect(told('PE01', 'en').join('\n')).not.toContain('No law demands it');
});

test('where no day can be named, the first sentence says why', () => {
	expect(told('PD13', 'en')[0]).toContain('The clock has stood still since Monday 7 September 2026');
	const beyond = explain(clock({ id: 'B', regime: 'FOIA', received: '2027-12-20' }), 'en');
	expect(beyond[0]).toBe(
		'We cannot tell the day: the holidays of Saturday 1 January 2028 are not known here.'
	);
});

test('every sentence is there in both languages, and every rule of the table is used or read out', () => {
	for (const [id, { en, cy: welsh, source, url }] of Object.entries({ ...rules })) {
		expect(
			[en, welsh].every((text) => /^[A-ZÂÊÎÔÛŴŶ].+\.$/.test(text)),
			id
		).toBe(true);
		expect(welsh === en || !source || !url.startsWith('https://'), id).toBe(false);
	}
	for (const { en, cy: welsh } of [...Object.values(notes), ...Object.values(picks)])
		expect(welsh).not.toBe(en);
});

test('every holiday has a Welsh name', () => {
	const names = new Set(Object.values(ukHolidays.nations).flatMap((days) => days.map(({ name }) => name)));
	expect([...names].filter((name) => cy.reason(name) === name)).toEqual([]);
});

test('the law that a request falls under follows from what one is asked', () => {
	const body = fc.constantFrom('public', 'scottish', 'school', 'private');
	fc.assert(
		fc.property(
			fc.record({
				isOwnData: fc.boolean(),
				isAccess: fc.boolean(),
				isLawEnforcement: fc.boolean(),
				isInUnion: fc.boolean(),
				isEnvironmental: fc.boolean(),
				body
			}),
			(asked) => {
				const { regime, because } = pickRegime(asked);
				expect(because.length).toBeGreaterThan(0);
				expect(regime === null).toBe(!asked.isOwnData && asked.body === 'private');
				if (regime) expect(regimes).toHaveProperty(regime);
			}
		)
	);
	expect(pickRegime({ isOwnData: false, body: 'school', isEnvironmental: true }).regime).toBe('EIR');
	expect(pickRegime({ isOwnData: false, body: 'school' }).regime).toBe('FOIA-school');
	expect(pickRegime({ isOwnData: false, body: 'scottish', isEnvironmental: true }).regime).toBe('EISR');
	expect(pickRegime({ isOwnData: true, body: 'private' }).regime).toBe('UKGDPR-SAR');
	expect(pickRegime({ isOwnData: true, body: 'private', isAccess: false }).regime).toBe('UKGDPR-rights');
});

test('every rule is one that some law uses', () => {
	const used = new Set<string>([...JSON.stringify(regimes).matchAll(/"([a-z0-9-]+)"/g)].map(([, id]) => id!));
	const byName: RuleId[] = [
		'begins',
		'sent-by-email',
		'sent-by-post',
		'foisa-74-post',
		'transferred',
		'received-on-closed-day',
		'school-60',
		'pause-both-days',
		'ico-pause',
		'nation-unknown',
		'receipt-uncertain',
		'window-before'
	];
	expect(Object.keys(rules).filter((id) => !used.has(id) && !byName.includes(id as RuleId))).toEqual([]);
});
