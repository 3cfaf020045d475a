import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { CallContent, emptyContent, SomeContent } from './call.schema.ts';

/** The first of each field, as the use case answers. */
const issuesOf = (raw: unknown) =>
	Object.fromEntries(
		(v.safeParse(CallContent, raw).issues ?? [])
			.map((issue) => [v.getDotPath(issue), issue.message] as const)
			.toReversed()
	);

test('of a new call nothing is made up', () => {
	expect(emptyContent('Spring')).toMatchObject({
		name: 'Spring',
		purpose: '',
		cost: null,
		places: { max: null },
		stipend: { amount: null, currency: '' },
		selection: { criteria: [], ties: '', whoDecides: '' },
		eligibility: { must: [], not: [] }
	});
});

test('a form and a file say the same thing in their own ways', () => {
	const form = {
		name: ' Spring ',
		changeGoals: 'ongoing-voice',
		topics: 'law\r\n\r\n media ',
		cost: '0',
		stipend: { amount: '3,000', currency: 'gbp' },
		selection: {
			criteria: [
				{ name: 'Reach', about: '', weight: '2.5' },
				{ name: '', about: '', weight: '' }
			]
		}
	};
	const file = {
		name: 'Spring',
		changeGoals: ['ongoing-voice'],
		topics: ['law', 'media'],
		cost: 0,
		stipend: { amount: 3000, currency: 'GBP' },
		selection: { criteria: [{ name: 'Reach', weight: 2.5 }] }
	};
	expect(v.parse(CallContent, form)).toEqual(v.parse(CallContent, file));
});

test('rows come as a list or as a form numbers them, and a box ticked beside its empty value is ticked', () => {
	const row = { name: 'Reach', about: '', weight: '' };
	const form = { name: 'a', discreet: ['', 'yes'], changeGoals: ['', 'ongoing-voice'] };
	expect(
		v.parse(CallContent, { ...form, selection: { criteria: { 0: row, 1: { name: '' } } } })
	).toMatchObject({
		discreet: true,
		changeGoals: ['ongoing-voice'],
		selection: { criteria: [{ name: 'Reach', about: '', weight: null }] }
	});
	expect(v.parse(CallContent, { name: 'a', discreet: '', changeGoals: '' })).toMatchObject({
		discreet: false,
		changeGoals: []
	});
});

test('one page of the form touches nothing else', () => {
	expect(v.parse(SomeContent, { topics: 'law' })).toEqual({ topics: ['law'] });
});

test('what no database can hold is left out', () => {
	expect(v.parse(CallContent, { name: 'a\u0000b\ud800c', purpose: 'one\r\ntwo\u0007' })).toMatchObject({
		name: 'ab\ufffdc',
		purpose: 'one\ntwo'
	});
});

describe('what is wrong is said by a code, at its field', () => {
	test.each<[unknown, Record<string, string>]>([
		[{}, { name: expect.any(String) as string }],
		[{ name: '' }, { name: 'missing' }],
		[{ name: 'x'.repeat(121) }, { name: 'too-long' }],
		[{ name: 'a', topics: 7 }, { topics: 'wrong-kind' }],
		[{ name: 'a', topics: ['x'.repeat(161)] }, { topics: 'line-too-long' }],
		[{ name: 'a', changeGoals: ['growth'] }, { 'changeGoals.0': 'not-an-option' }],
		[{ name: 'a', places: { max: 'five' } }, { 'places.max': 'not-a-number' }],
		[{ name: 'a', places: { max: 2.5 } }, { 'places.max': 'not-whole' }],
		[{ name: 'a', places: { max: 0 } }, { 'places.max': 'out-of-range' }],
		[{ name: 'a', places: 5 }, { places: 'wrong-kind' }],
		[{ name: 'a', contact: { email: 'nobody' } }, { 'contact.email': 'not-an-email' }],
		[{ name: 'a', stipend: { currency: '£' } }, { 'stipend.currency': 'not-a-currency' }],
		[
			{ name: 'a', selection: { criteria: [{ weight: 'heavy' }] } },
			{ 'selection.criteria.0.weight': 'not-a-number' }
		]
	])('%j', (raw, issues) => expect(issuesOf(raw)).toEqual(issues));
});
