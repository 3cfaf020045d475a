import type { Locale } from '#words/addresses';
import { most } from './shape.ts';
import type { Lane, Template } from './template.ts';
import type { Words } from './words.ts';

/** The same template with lanes that people named themselves, in the language in which they did. */
export function withLanes(template: Template, names: readonly string[], locale: Locale): Template {
	const lanes: Lane[] = [];
	for (const name of names.map((one) => one.trim().slice(0, most.name)).filter(Boolean))
		if (lanes.length < most.lanes) lanes.push(laneNamed(name, locale, lanes));
	if (!lanes.length) return template;
	return { ...template, lanes, steps: template.steps.map((step) => ({ ...step, lanes: null })) };
}

function laneNamed(name: string, locale: Locale, before: readonly Lane[]): Lane {
	const inEnglish: Words = { en: name };
	return {
		key: `lane-${before.length + 1}`,
		name: locale === 'en' ? inEnglish : { ...inEnglish, [locale]: name },
		prompt: inEnglish,
		letter: letterFor(
			name,
			before.map(({ letter }) => letter)
		),
		feeds: null,
		isOptional: false
	};
}

/** The first letter of the name that no other lane has; any that is free, where the name has none. */
function letterFor(name: string, taken: readonly string[]): string {
	const plain = name.normalize('NFD').toLowerCase();
	const letters = [...plain, ...'abcdefghijklmnopqrstuvwxyz'];
	return letters.find((letter) => /^[a-z]$/.test(letter) && !taken.includes(letter)) ?? 'a';
}
