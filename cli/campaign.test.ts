import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, rmSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { feedCanvas, makeBoard } from '#areas/boards/server';
import { putsPhoto } from '../tests/board-photos.ts';
import { aBoard, writes } from '../tests/campaign-boards.ts';
import { cloneDatabase, dropDatabase, useDatabase } from '../tests/database.ts';
import { OwnWorld } from '../tests/small-world.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'leaving-'));

/** As somebody runs it: a program of its own. */
function placard(url: string, ...args: string[]) {
	// What lies in one does not lie in the other: photos really travel.
	const FILES_DIR = path.join(folder, new URL(url).pathname);
	return spawnSync(process.execPath, ['cli/placard.ts', ...args], {
		encoding: 'utf8',
		env: { ...process.env, DATABASE_URL: url, FILES_DIR }
	});
}

/** A campaign with two boards, and a note that leads from one to the other. */
async function campaignIn(url: string): Promise<string> {
	const leave = await useDatabase(url);
	process.env['FILES_DIR'] = path.join(folder, new URL(url).pathname);
	try {
		return await new OwnWorld(url).do(async (world) => {
			const { slug, board, asha } = await aBoard(world);
			await writes(world, { slug, board, by: asha, text: 'Renters know “best”', lane: 'community' });
			const mine = world.as(asha);
			const map = await makeBoard.within(mine, { slug, template: 'power-map' });
			await writes(world, {
				slug,
				board: map.board,
				by: asha,
				text: 'The committee',
				kind: 'actor',
				x: '40'
			});
			await feedCanvas.within(mine, { slug, board: map.board, notes: ['1'], box: 'allies' });
			await putsPhoto(world, { slug, board, by: asha, fate: 'keep' });
			return slug;
		});
	} finally {
		await leave();
	}
}

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const everyFile = (at: string) =>
	(readdirSync(at, { recursive: true, encoding: 'utf8' }) as string[])
		.filter((name) => name.includes('.'))
		.toSorted();

test(
	'a campaign comes out of one Placard and into another, and out again the same',
	{ timeout: 240_000 },
	async () => {
		const [here, there] = [await cloneDatabase(), await cloneDatabase()];
		const [first, second, zip] = ['first', 'second', 'first.zip'].map((name) => path.join(folder, name)) as [
			string,
			string,
			string
		];
		try {
			const slug = await campaignIn(here);
			const out = placard(here, 'export', '--campaign', slug, first);
			expect(out).toMatchObject({ status: 0, stderr: '' });
			const { hash } = JSON.parse(out.stdout) as { hash: string };
			expect(JSON.parse(placard(here, 'export', '--campaign', slug, zip).stdout)).toMatchObject({ hash });
			const sums = readFileSync(path.join(first, 'SHA256SUMS'), 'utf8').trim().split('\n');
			const names = sums.map((line) => line.slice(66));
			expect(names).toEqual([
				'boards/1/board.json',
				'boards/1/photos/1.jpg',
				'boards/2/board.json',
				'campaign.json'
			]);
			for (const [at, name] of names.entries())
				expect(hashOf(path.join(first, name))).toBe(sums[at]!.slice(0, 64));
			expect(hashOf(path.join(first, 'SHA256SUMS'))).toBe(hash);
			const came = placard(there, 'import', zip, '--coordinator', 'cerys@example.org');
			expect(came).toMatchObject({ status: 0, stderr: '' });
			expect(JSON.parse(came.stdout)).toMatchObject({ address: slug, hash });
			expect(JSON.parse(placard(there, 'export', '--campaign', slug, second).stdout)).toMatchObject({ hash });
			expect(everyFile(second)).toEqual(everyFile(first));
			for (const name of everyFile(first))
				expect(hashOf(path.join(second, name)), name).toBe(hashOf(path.join(first, name)));
			const lost = path.join(folder, 'lost');
			cpSync(first, lost, { recursive: true });
			rmSync(path.join(lost, 'boards/1/photos'), { recursive: true });
			const without = placard(there, 'import', lost);
			expect(without).toMatchObject({ status: 2, stderr: `${lost}: boards/1/photos/1.jpg is missing.\n` });
			const twice = placard(there, 'import', first);
			expect(twice).toMatchObject({ status: 2, stderr: `${first}: This campaign is here already.\n` });
			const onto = placard(here, 'export', '--campaign', slug, first);
			expect(onto).toMatchObject({
				status: 2,
				stderr: `${first} exists already. Name a new folder or zip file.\n`
			});
			const unknown = placard(here, 'export', '--campaign', 'nobody-knows', path.join(folder, 'none'));
			expect(unknown).toMatchObject({
				status: 2,
				stderr: 'nobody-knows: There is no campaign with that address here.\n'
			});
		} finally {
			await dropDatabase(here);
			await dropDatabase(there);
		}
	}
);

test('what cannot be read is one sentence, before any database is opened', () => {
	const nowhere = 'postgres://nobody@127.0.0.1:1/none';
	const broken = path.join(folder, 'broken.zip');
	writeFileSync(broken, 'PK no zip');
	const empty = mkdtempSync(path.join(folder, 'empty-'));
	const damaged = mkdtempSync(path.join(folder, 'damaged-'));
	writeFileSync(path.join(damaged, 'campaign.json'), '{"format":');
	for (const [from, sentence] of [
		[broken, 'is no zip file that can be read'],
		[empty, 'holds no campaign: campaign.json is missing.'],
		[damaged, 'campaign.json is not JSON.'],
		[path.join(folder, 'none'), 'there is no such folder or file']
	] as const) {
		const said = placard(nowhere, 'import', from);
		expect(said).toMatchObject({ status: 2, stdout: '' });
		expect(said.stderr).toContain(sentence);
		expect(said.stderr.trim().split('\n')).toHaveLength(1);
	}
	expect(placard(nowhere, 'export').stderr).toContain('Say which campaign');
	expect(placard(nowhere, 'import').stderr).toContain('Name one folder or zip file');
});
