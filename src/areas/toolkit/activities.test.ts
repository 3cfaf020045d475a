import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ourActivities } from './activities/index.ts';
import { boxes, kinds, templates } from './activity.ts';
import { locales } from '#words/addresses';
import { sessions } from './path.ts';

const slugs = ourActivities.map(({ slug }) => slug);
const everyPair = ourActivities.flatMap((one) =>
	Object.values(one.words).map((words) => [one, words!] as const)
);

test('every file is in the list, once, under its own name', () => {
	const files = readdirSync('src/areas/toolkit/activities').filter((name) => name.endsWith('.json'));
	expect(slugs.toSorted()).toEqual(files.map((name) => name.replace('.json', '')).toSorted());
	expect(slugs.length).toBeGreaterThanOrEqual(18);
});

test.each(ourActivities.map((one) => [one.slug, one] as const))(
	'%s: its steps take as long as it says, and each can be run',
	(_, { steps, minutes, group, words }) => {
		const sum = steps.reduce((one, other) => one + other, 0);
		expect(sum).toBeGreaterThanOrEqual(minutes.from);
		expect(sum).toBeLessThanOrEqual(minutes.to);
		expect(group.from).toBeGreaterThan(1);
		const { needs, care, steps: said } = words.en!.body!;
		expect([needs.length > 1, care.length > 0, said.length > 3]).toEqual([true, true, true]);
		for (const step of said) expect(step.words.split(' ').length, step.heading).toBeGreaterThan(5);
	}
);

test.each(ourActivities.map((one) => [one.slug, one] as const))(
	'%s: whoever reads it, in whichever language, is told as much',
	(_, { words }) => {
		const { needs, care, steps } = words.en!.body!;
		const whole = { needs: needs.length, care: care.length, steps: steps.length };
		for (const locale of locales) {
			const body = words[locale]?.body;
			const said = { needs: body?.needs.length, care: body?.care.length, steps: body?.steps.length };
			expect(said, locale).toEqual(whole);
			expect(gaps(body), locale).toEqual(gaps(words.en!.body));
		}
	}
);

test('French keeps its signs on the line of their word, and Arabic has no letter of ours', () => {
	for (const [{ slug }, words] of everyPair.filter(([{ words }, one]) => one === words.fr))
		expect(JSON.stringify(words), slug).not.toMatch(/ [:;?!»]|« /);
	for (const [{ slug }, words] of everyPair.filter(([{ words }, one]) => one === words.ar))
		expect(texts(words).join(' '), slug).not.toMatch(/[a-z“”?;]/i);
});

test('its words are ones that CONDUCT allows, whatever the language', () => {
	const texts = everyPair.map(([{ slug }, words]) => [slug, JSON.stringify(words)] as const);
	for (const [slug, text] of texts) {
		expect(text, slug).not.toMatch(/\bclick|stakeholder|empower|leverage|beneficiar|vulnerable people/i);
		expect(text, slug).not.toMatch(/[^\\]'/);
	}
});

test('together they fill every box of the canvas, open every board and help with everything', () => {
	const said = {
		feeds: new Set(ourActivities.flatMap(({ feeds }) => feeds)),
		templates: new Set(ourActivities.map(({ template }) => template)),
		kinds: new Set(ourActivities.map(({ kind }) => kind))
	};
	expect(boxes.filter((box) => !said.feeds.has(box))).toEqual([]);
	expect(templates.filter((template) => !said.templates.has(template))).toEqual([]);
	expect(kinds.filter((kind) => !said.kinds.has(kind))).toEqual([]);
});

test('an address leads to one activity alone, and to no page of the toolkit', () => {
	expect(new Set(slugs).size).toBe(slugs.length);
	expect(slugs).not.toContain('path');
});

test('the path leads only to what there is, and each session feeds the boxes that it names', () => {
	for (const { activities, boxes: named, key } of sessions) {
		expect(activities.filter((slug) => !slugs.includes(slug))).toEqual([]);
		const fed = new Set(
			ourActivities.filter(({ slug }) => activities.includes(slug)).flatMap(({ feeds }) => feeds)
		);
		expect(
			named.filter((box) => !fed.has(box)),
			key
		).toEqual([]);
	}
});

/** How many blanks to fill in each step has: a sentence half translated loses one. */
function gaps(body: { steps: { words: string }[] } | undefined): number[] | undefined {
	return body?.steps.map(({ words }) => words.split('…').length - 1);
}

function texts(part: unknown): string[] {
	if (typeof part === 'string') return [part];
	return Object.values(part ?? {}).flatMap(texts);
}
