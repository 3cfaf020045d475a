import { expect, test, vi } from 'vitest';
import type { UseCase } from '#server/use-case';
import { Problem } from '#shared/problem';
import { remembered } from './remembered.ts';

const how = { fresh: 1000, patience: 50, otherwise: 'nobody yet' };
const asked = (answer: () => Promise<string>) =>
	Object.assign(vi.fn(answer), { who: 'anyone', within: answer }) as unknown as UseCase<object, string>;

test('it is asked once for many pages, and again when it has grown old', async () => {
	vi.useFakeTimers({ toFake: ['Date'] });
	const useCase = asked(async () => 'Common Ground');
	const host = remembered(useCase, how);
	expect(await Promise.all([host.get({}), host.get({}), host.get({})])).toEqual(
		Array(3).fill('Common Ground')
	);
	expect(useCase).toHaveBeenCalledTimes(1);
	vi.advanceTimersByTime(1001);
	await host.get({});
	expect(useCase).toHaveBeenCalledTimes(2);
	vi.useRealTimers();
});

test('with the records away it is as it was last known, and before that as good as nothing', async () => {
	let there = false;
	const host = remembered(
		asked(async () => {
			if (!there) throw new Problem('database-away');
			return 'Common Ground';
		}),
		{ ...how, fresh: -1 }
	);
	expect(await host.get({})).toBe('nobody yet');
	there = true;
	expect(await host.get({})).toBe('Common Ground');
	there = false;
	expect(await host.get({})).toBe('Common Ground');
});

test('records that do not answer hold no page up', async () => {
	const host = remembered(
		asked(() => new Promise(() => {})),
		how
	);
	const started = performance.now();
	expect(await host.get({})).toBe('nobody yet');
	expect(performance.now() - started).toBeLessThan(1000);
});

test('an answer that was under way when something changed is not kept', async () => {
	const answers = ['before', 'after'];
	const host = remembered(
		asked(async () => answers.shift()!),
		how
	);
	const late = host.get({});
	host.forget();
	expect(await host.get({})).toBe('after');
	await late;
	expect(await host.get({})).toBe('after');
});
