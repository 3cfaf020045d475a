import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { locales } from '#words/addresses';
import { boxes } from './boxes.ts';
import { withLanes } from './own-lanes.ts';
import { TemplateShape } from './template.schema.ts';
import { templateOf, templates } from './templates.ts';
import { said, saidIn, type Words } from './words.ts';

describe.each(templates)('$key', (template) => {
	test('speaks all our languages, so that nobody in a workshop meets a foreign one', () => {
		const silent = wordsIn(template).filter((words) => locales.some((locale) => !words[locale]));
		expect(silent).toEqual([]);
	});

	test('has a step in which something can be done', () => {
		expect(template.steps.some(({ may }) => may.includes('add'))).toBe(true);
	});
});

test('each template is known by its key, which is said once', () => {
	expect(new Set(templates.map(({ key }) => key)).size).toBe(templates.length);
	expect(templateOf('power-map')?.axes?.y).toBeTruthy();
	expect(templateOf('power')).toBeUndefined();
});

test('the canvas has nine boxes and four more, each once', () => {
	const { lanes } = templateOf('canvas')!;
	expect(lanes.map(({ feeds }) => feeds)).toEqual(boxes);
	expect(lanes.filter(({ isOptional }) => !isOptional).map(({ name }) => name.en)).toEqual([
		'Community',
		'Change',
		'Engaging with data power',
		'Systems to intervene in',
		'Allies and opposition',
		'Collective power and care',
		'Powerful communication',
		'Powerful actions',
		'Learning and iterating'
	]);
});

test.each(locales)('%s: the toolkit calls boards and boxes as the boards call themselves', (locale) => {
	const toolkit = JSON.parse(readFileSync(`messages/toolkit.${locale}.json`, 'utf8'));
	for (const { key, name } of templates) {
		// How a look back is run has three templates; the toolkit speaks of the look back.
		if (key.startsWith('retrospective')) continue;
		expect(toolkit[`toolkit_template_${key.replaceAll('-', '_')}`]).toBe(name[locale]);
	}
	for (const { key, name } of templateOf('canvas')!.lanes)
		expect(toolkit[`toolkit_box_${key}`]).toBe(name[locale]);
});

test('only where a person may be named is one asked to look again', () => {
	const about = templates.flatMap(({ key, kinds }) =>
		kinds.filter(({ isAboutSomebody }) => isAboutSomebody).map((kind) => `${key}: ${kind.key}`)
	);
	expect(about).toEqual(['power-map: person']);
});

test('people name their own lanes, and each has a letter of its own', () => {
	const board = withLanes(templateOf('free-lanes')!, ['Élan', ' East ', '', 'الشرق', 'e'], 'fr');
	expect(board.lanes.map(({ letter }) => letter)).toEqual(['e', 'a', 'b', 'c']);
	expect(said(board.lanes[0]!.name, 'fr')).toBe('Élan');
	expect(v.is(TemplateShape, board)).toBe(true);
	const many = withLanes(
		board,
		Array.from({ length: 40 }, () => 'e'),
		'en'
	);
	expect(v.is(TemplateShape, many)).toBe(true);
	expect(withLanes(board, [' '], 'en')).toBe(board);
});

test('what nobody translated is said in English, and known to be', () => {
	expect(saidIn({ en: 'Heart' }, 'cy')).toEqual({ text: 'Heart', lang: 'en' });
	expect(saidIn({ en: 'Heart', cy: 'Calon' }, 'cy')).toEqual({ text: 'Calon' });
	expect(said({ en: 'Heart' }, 'ar')).toBe('Heart');
});

function wordsIn(part: unknown): Words[] {
	if (typeof part !== 'object' || part === null) return [];
	if ('en' in part) return [part as Words];
	return Object.values(part).flatMap(wordsIn);
}
