import { expect, test } from 'vitest';
import { todosOf, type CallFacts } from './today.ts';

const call = (more: Partial<CallFacts> = {}): CallFacts => ({
	slug: 'spring',
	name: 'Spring',
	phase: 'open',
	gaps: [],
	unpublished: false,
	dates: { decisionsBy: '2026-03-27' },
	...more
});
const gaps = [{ stops: true }, { stops: false }];
const facts = (calls: CallFacts[]) => ({ calls, letters: [], uninvited: [] });
const todos = (one: CallFacts) => todosOf(facts([one]), '2026-03-20').map(({ what }) => what);

test.each<[string, Partial<CallFacts>, string[]]>([
	['a draft that misses what stops it is to be written', { phase: 'draft', gaps }, ['write']],
	['a draft that misses nothing can be published', { phase: 'draft', unpublished: true }, ['publish']],
	['changes that nobody sees yet can be published', { unpublished: true }, ['publish-changes']],
	['an open call that leaves questions open is to be filled in', { gaps }, ['fill']],
	['an open call with nothing missing asks nothing of anybody', {}, []],
	['a closed call waits for decisions', { phase: 'closed' }, ['decide']],
	['a past programme asks nothing any more', { phase: 'archived', gaps, unpublished: true }, []]
])('%s', (_, more, expected) => {
	expect(todos(call(more))).toEqual(expected);
});

test('a promised day that is over is late, the day itself is not', () => {
	const closed = call({ phase: 'closed' });
	expect(todosOf(facts([closed]), '2026-03-27')).toMatchObject([{ isLate: false }]);
	expect(todosOf(facts([closed]), '2026-03-28')).toMatchObject([{ isLate: true }]);
});

test('letters that need somebody come first, then campaigns without anybody; those that go on by themselves do not come', () => {
	const letters = [
		{ state: 'sent', count: 9 },
		{ state: 'later', count: 2 },
		{ state: 'bounced', count: 1 },
		{ state: 'failed', count: 0 }
	];
	const uninvited = [{ slug: 'autumn', name: 'Autumn', count: 2 }];
	expect(todosOf({ ...facts([call({ phase: 'closed' })]), letters, uninvited }, '2026-03-20')).toMatchObject([
		{ what: 'letters', state: 'bounced', count: 1 },
		{ what: 'uninvited', slug: 'autumn', count: 2 },
		{ what: 'decide' }
	]);
});
