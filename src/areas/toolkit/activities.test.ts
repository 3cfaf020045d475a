import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ourActivities } from './activities/index.ts';
import { boxes, kinds, templates } from './activity.ts';
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
