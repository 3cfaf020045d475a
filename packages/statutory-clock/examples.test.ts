import { expect, test } from 'vitest';
import { answerRow } from './answer-row.ts';
import { clock } from './clock.ts';
import collected from './examples/collected.json' with { type: 'json' };
import ours from './examples/ours.json' with { type: 'json' };
import { readFacts } from './read-facts.ts';

type Answers = {
	readonly id: string;
	readonly due?: string | null;
	readonly due_latest_arguable?: string;
	readonly notice_due?: string;
	readonly extended_due?: string;
	readonly due_if_extended?: string;
	readonly escalate?: string;
	readonly rule: string;
};

const asked = ['due', 'notice_due', 'extended_due', 'due_if_extended', 'escalate'] as const;

function answersTo(examples: readonly Answers[]) {
	const { facts, faults, unused } = readFacts(JSON.stringify(examples));
	expect({ faults, unused: unused.size }).toEqual({ faults: [], unused: 0 });
	return new Map(facts.map((one) => [one.id, answerRow(clock(one))]));
}

for (const [table, examples] of Object.entries({ collected: collected.examples, ours: ours.examples })) {
	const answers = answersTo(examples as readonly Answers[]);
	test.each(examples as readonly Answers[])(`${table}: $id, $rule`, (example) => {
		const answer = answers.get(example.id)!;
		for (const field of asked)
			if (field in example) expect({ [field]: answer[field] }).toEqual({ [field]: example[field] });
		expect(answer.due_latest_arguable).toBe(example.due_latest_arguable);
	});
}

test('where no day is named, the answer says why', () => {
	for (const [id, answer] of answersTo(ours.examples as readonly Answers[]))
		if (answer.due === null)
			expect([answer.waiting, answer.notes, answer.cannot_tell].some(Boolean), id).toBe(true);
});
