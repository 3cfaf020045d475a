import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { answerRow } from './answer-row.ts';
import { clock } from './clock.ts';
import * as usage from './examples/usage.ts';
import { memberStates, memberStatesWithHolidays } from './eu-holidays.ts';
import { readFacts } from './read-facts.ts';
import { regimes } from './regimes.ts';

const folder = import.meta.dirname;
const readme = readFileSync(`${folder}/README.md`, 'utf8');
const block = (language: string) => new RegExp('```' + language + '\\n([^`]*)```').exec(readme)![1]!;

test('the cases of the README are answered as its table says', () => {
	const { facts, faults } = readFacts(block('json'));
	expect(faults).toEqual([]);
	const table = [...readme.matchAll(/^\| (\S+) +\| (\S+) +\| (\S*) +\|/gm)].filter(([, id]) =>
		facts.some((one) => one.id === id)
	);
	const answers = facts.map((one) => answerRow(clock(one)));
	expect(table.map(([, ...cells]) => cells)).toEqual(
		answers.map(({ id, due, due_latest_arguable }) => [id, due ?? 'none', due_latest_arguable ?? ''])
	);
});

test('the lines for engineers do what their remarks say', () => {
	const source = readFileSync(`${folder}/examples/usage.ts`, 'utf8');
	expect(source).toBe(block('ts').replace('#packages/statutory-clock', '../index.ts'));
	const remarks = [...source.matchAll(/\/\/ '(.+)'$/gm)].map(([, text]) => text);
	expect([usage.due, usage.latest, usage.sentence, usage.is]).toEqual(remarks);
});

test('every law that can be asked for is in the README', () => {
	const named = new Set([...readme.matchAll(/`([A-Za-z0-9-]+)`/g)].map(([, name]) => name));
	expect(Object.keys(regimes).filter((name) => !named.has(name))).toEqual([]);
});

test('it says for how many member states it knows the holidays', () => {
	expect([memberStatesWithHolidays.length, memberStates.length]).toEqual([20, 27]);
});
