import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { databaseOfThisFile } from '../tests/database.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'placard-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Said = { code: number | null; out: string; err: string };

function placard(args: string[], env: Record<string, string> = {}): Promise<Said> {
	const child = spawn(process.execPath, ['cli/placard.ts', ...args], {
		env: { ...process.env, PUBLIC_URL: '', SMTP_URL: '', DATABASE_URL: '', ...env },
		stdio: ['ignore', 'pipe', 'pipe']
	});
	const said: Said = { code: null, out: '', err: '' };
	child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
	child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
	return new Promise((resolve) => child.on('close', (code) => resolve({ ...said, code })));
}

test('without a verb, and with one that is none, people read which there are', async () => {
	const asked = await placard(['--help']);
	expect(asked).toMatchObject({ code: 0, err: '' });
	const [mistyped, verbs] = [
		await placard(['bakcup']),
		[...asked.out.matchAll(/^ {2}(\S+( \S+)?) {2,}/gm)].map(([, verb]) => verb!)
	];
	expect(mistyped).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no verb called bakcup') });
	expect(verbs).toEqual(
		expect.arrayContaining([
			'serve',
			'migrate',
			'admin invite',
			'doctor',
			'backup',
			'restore',
			'erased',
			'import-call',
			'clock'
		])
	);
	for (const verb of verbs) {
		const help = await placard([...verb.split(' '), '--help']);
		expect(help, verb).toMatchObject({
			code: 0,
			err: '',
			out: expect.stringContaining(`Usage: placard ${verb} `)
		});
	}
}, 60_000);

test.each([
	[['serve', '--prot', '3000'], "Unknown option '--prot'. See placard serve --help."],
	[['serve', '--port', 'http'], 'The port is "http"'],
	[['admin', 'invite', 'eira'], 'this is "eira"'],
	[['admin', 'invite'], 'Give one e-mail address'],
	[['backup'], 'Name one file to write'],
	[['restore', '/nowhere/one.tar'], '/nowhere/one.tar cannot be read']
])('placard %j costs one sentence and nothing else', async (args, sentence) => {
	const data = path.join(folder, 'untouched');
	const { code, out, err } = await placard(args, { PLACARD_DATA: data });
	expect({ code, out }).toEqual({ code: 2, out: '' });
	expect(err).toContain(sentence);
	expect(err.trim().split('\n')).toHaveLength(1);
	expect(existsSync(data)).toBe(false);
});

test('an administrator is invited from the command line, by a link that stands alone on standard output', async () => {
	const DATABASE_URL = await databaseOfThisFile();
	const said = await placard(['admin', 'invite', 'eira@example.org'], {
		DATABASE_URL,
		PUBLIC_URL: 'https://placard.example'
	});
	expect(said).toMatchObject({ code: 0, err: '' });
	expect(JSON.parse(said.out)).toEqual({
		email: 'eira@example.org',
		link: expect.stringMatching(/^https:\/\/placard\.example\/sign-in\/invitation\/\S{20,}$/)
	});
	const file = path.join(folder, 'link.json');
	const kept = await placard(['admin', 'invite', 'nia@example.org', '--out', file], { DATABASE_URL });
	expect(kept).toMatchObject({ code: 0, out: '', err: '' });
	expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ email: 'nia@example.org' });
	const lost = await placard(['admin', 'reset-factor', 'eira@example.org'], { DATABASE_URL });
	expect(lost).toMatchObject({ code: 2, err: expect.stringContaining('Nobody here has an account') });
});

test('doctor finds nothing wrong where nothing is, and changes nothing', async () => {
	const data = path.join(folder, 'none');
	const said = await placard(['doctor', '--quiet'], { PLACARD_DATA: data });
	expect(said).toMatchObject({ code: 0, err: '' });
	expect(JSON.parse(said.out)).toMatchObject({ isWell: true });
	expect(existsSync(data)).toBe(false);
});

test('doctor names each thing that is wrong, and what to do', async () => {
	const said = await placard(['doctor'], {
		DATABASE_URL: 'postgres://placard@127.0.0.1:1/placard',
		PUBLIC_URL: 'placard.example',
		SMTP_URL: 'smtp://127.0.0.1:1',
		FILES_S3_ENDPOINT: 'http://127.0.0.1:1',
		FILES_S3_BUCKET: 'files',
		FILES_S3_KEY_ID: 'key',
		FILES_S3_SECRET: 'secret'
	});
	expect(said.code).toBe(1);
	expect(JSON.parse(said.out)).toMatchObject({ isWell: false });
	const wrong = said.err.split('\n').filter((line) => line.startsWith('wrong'));
	expect(wrong.map((line) => /^wrong (\w+)/.exec(line)![1])).toEqual([
		'Database',
		'Files',
		'Address',
		'Mail'
	]);
});

test('doctor says when somebody else’s Placard has used the database', async () => {
	const DATABASE_URL = await databaseOfThisFile();
	expect((await placard(['doctor'], { DATABASE_URL })).err).toMatch(/^fine {2}Schema: \d+ steps, all done$/m);
	const { database } = await import('#server/db');
	await database()`insert into house.migration (name, checksum) values ('9999_future.sql', ${'0'.repeat(64)})`;
	const said = await placard(['doctor'], { DATABASE_URL });
	expect(said).toMatchObject({
		code: 1,
		err: expect.stringContaining('9999_future.sql is not one that this Placard knows')
	});
	const refused = await placard(['migrate'], { DATABASE_URL });
	expect(refused).toMatchObject({
		code: 2,
		out: '',
		err: expect.stringContaining('migrated by a newer Placard (9999_future.sql)')
	});
});
