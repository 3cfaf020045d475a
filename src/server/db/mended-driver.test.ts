import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { Problem } from '#shared/problem';
import { inTransaction, optionsFrom, type Pool } from './index.ts';
import { embeddedPostgres } from './embedded/index.ts';

const late = Symbol('late');
let number = 0;

/** Two statements in one transaction that must answer to what they were asked, with a pause in which to lose the line. */
async function asksTwice(pool: Pool): Promise<'answered' | 'refused' | typeof late> {
	const mine = number++;
	const work = inTransaction(async (db) => {
		const [one] = await db<{ n: number }[]>`select ${mine}::int as n`;
		await pause(Math.random() * 4);
		const [two] = await db<{ n: number }[]>`select ${mine}::int + 1 as n`;
		expect([one!.n, two!.n]).toEqual([mine, mine + 1]);
		return 'answered' as const;
	}, pool).catch((problem: unknown) => {
		if (!(problem instanceof Problem)) throw problem;
		expect(problem.code).toBe('database-away');
		return 'refused' as const;
	});
	return Promise.race([work, pause(12_000, late, { ref: false })]);
}

test('a lost connection is refused at once, keeps nobody waiting and mixes up no answers', async () => {
	const folder = await mkdtemp(path.join(tmpdir(), 'placard-mended-'));
	let database = await embeddedPostgres(folder, { say: () => {} });
	const pool = postgres({ ...optionsFrom(database.url), max: 5 });
	const outcomes: unknown[] = [];
	for (let round = 0; round < 15; round++) {
		const asked = Array.from({ length: 20 }, () => asksTwice(pool));
		await pause(Math.random() * 12);
		await database.stop();
		outcomes.push(...(await Promise.all(asked)), await asksTwice(pool));
		database = await embeddedPostgres(folder, { say: () => {} });
		const again = await Promise.all(Array.from({ length: 10 }, () => asksTwice(pool)));
		expect(again, `after round ${round}`).toEqual(Array.from({ length: 10 }, () => 'answered'));
	}
	expect(outcomes).not.toContain(late);
	expect(outcomes).toContain('answered');
	expect(outcomes).toContain('refused');
	await pool.end({ timeout: 1 });
	await database.stop();
	await rm(folder, { recursive: true, force: true });
}, 120_000);
