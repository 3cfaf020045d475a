import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import postgres from 'postgres';
import { eraseEarly } from '#areas/programmes/server';
import { optionsFrom } from '#server/db';
import { errands, type Details } from '#server/use-case';
import { aCall, lead } from '../tests/call-world.ts';
import { dropDatabase } from '../tests/database.ts';
import { sentBy, type Held } from '../tests/expression-world.ts';
import { filesFolder } from '../tests/files.ts';
import { someDay, withOwnWorld, type OwnWorld } from '../tests/world.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'placard-erased-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The command, as somebody types it. */
async function placard(args: string[], env: Record<string, string>) {
	const child = spawn(process.execPath, ['cli/placard.ts', ...args], {
		env: { ...process.env, ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const said = { out: '', err: '' };
	child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
	child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
	const [code] = (await once(child, 'close')) as [number];
	return { code, ...said };
}

/** An empty database beside this one. */
async function elsewhere(name: string): Promise<string> {
	const url = new URL(inject('postgres').admin);
	const sql = postgres({ ...optionsFrom(url.href), max: 1 });
	await sql.unsafe(`create database ${name}`);
	await sql.end();
	url.pathname = `/${name}`;
	return url.href;
}

/** What is written down beside the database when something is deleted, by the errand itself. */
async function journalIn(place: OwnWorld, data: string): Promise<string> {
	const waiting = await place.do(
		({ db }) => db<{ data: { errand: string; details: Details } }[]>`
			select data from pgboss.job where name = 'errands' and data ->> 'errand' = 'writeDownErasure'`
	);
	const before = process.env['PLACARD_DATA'];
	process.env['PLACARD_DATA'] = data;
	try {
		for (const { data: job } of waiting)
			await errands.find(({ name }) => name === job.errand)!.run(job.details);
	} finally {
		if (before === undefined) delete process.env['PLACARD_DATA'];
		else process.env['PLACARD_DATA'] = before;
	}
	return path.join(data, 'erased.jsonl');
}

async function standing(url: string, held: readonly Held[]): Promise<number[]> {
	const sql = postgres({ ...optionsFrom(url), max: 1 });
	try {
		const counts = held.map(async ({ id }) => {
			const [row] = await sql<{ count: number }[]>`
				select count(*)::int as count from programmes.answer where expression = ${id}`;
			return row!.count;
		});
		return await Promise.all(counts);
	} finally {
		await sql.end();
	}
}

test(
	'what was deleted after a back-up does not come back with it: the command, a database, a list from either place',
	withOwnWorld(async (place) => {
		const [gone, stays] = await place.do(async (world) => {
			await aCall(world);
			return [await sentBy(world, 'Goes'), await sentBy(world, 'Stays')] as const;
		});
		const tar = path.join(folder, 'before.tar');
		const here = { DATABASE_URL: place.url, FILES_DIR: filesFolder };
		expect(await placard(['backup', tar], here)).toMatchObject({ code: 0 });
		const asked = { slug: 'spring', reference: gone.reference, reason: 'A test.', sure: 'yes' as const };
		await place.do((world) => eraseEarly.within(world.as(lead, someDay), asked));
		const listed = path.join(folder, 'listed.jsonl');
		expect(await placard(['erased', '--out', listed], here)).toMatchObject({ code: 0 });
		const lists = { without: undefined, listed, journal: await journalIn(place, folder) };
		expect(readFileSync(lists.journal, 'utf8')).toContain(gone.id);
		for (const [name, list] of Object.entries(lists)) {
			const url = await elsewhere(`restored_${process.pid}_${name}`);
			const there = { DATABASE_URL: url, FILES_DIR: path.join(folder, `files-${name}`) };
			try {
				const data = path.join(folder, `data-${name}`);
				const given = list ? ['--erased', list] : [];
				const said = await placard(['restore', tar, '--data', data, ...given], there);
				expect(said, name).toMatchObject({ code: 0 });
				expect(JSON.parse(said.out)).toMatchObject({ erasedAgain: list ? 1 : 0 });
				const [of, other] = await standing(url, [gone, stays]);
				expect([of! > 0, other! > 0], name).toEqual([!list, true]);
			} finally {
				await dropDatabase(url);
			}
		}
	}),
	120_000
);

test('a list that cannot be read stops everything before it begins', async () => {
	const list = path.join(folder, 'wrong.jsonl');
	writeFileSync(list, 'nothing\n');
	const said = await placard(['restore', path.join(folder, 'before.tar'), '--erased', list], {
		DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none'
	});
	expect(said).toMatchObject({ code: 2, out: '' });
	expect(said.err).toContain('line 1 is not an entry');
});
