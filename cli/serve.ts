import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { mostBytes } from '#server/files';
import { firstAdministratorLink } from '#server/identity';
import { prepareDatabase } from '#server/jobs';
import { close, handlerSettings, listen, trustFrom, type Handler, type Listening, type Trust } from '#server/web/front'; // prettier-ignore
import { house } from '#shared/actor';
import { publicAddress } from '#shared/public-address';
import { answer, exit, say, Unusable, type Verb } from './answer.ts';
import { prepareDemo, showWaysIn } from './demo.ts';
import { openDatabase, placardFolder, type OpenDatabase } from './database.ts';

export const serve: Verb = {
	summary: 'Runs the server; without DATABASE_URL it starts a PostgreSQL of its own',
	usage: '[--demo] [--port N] [--host ADDRESS] [--data DIR]',
	details: `
  --demo           fills an empty database with a small imaginary world
  --port N         the port to listen on (PORT; default 3000)
  --host ADDRESS   the address to listen on (HOST; default 127.0.0.1, this machine alone)
  --data DIR       where the database and people's files are kept (PLACARD_DATA; default ./data)

Environment: PUBLIC_URL, TRUST_PROXY, DATABASE_URL, SMTP_URL and more; see README.md.`,
	async run(args) {
		const wanted = read(args);
		const trust = trustFrom(process.env);
		// Heard from the first moment: whoever stops us while the database starts must not leave it running.
		const told = toldToStop();
		stayWhenNobodyReads();
		const database = await openDatabase(wanted.data);
		try {
			await runUntil(told, database, trust, wanted);
			return exit.done;
		} finally {
			await close();
			await database.close();
		}
	}
};

type Wanted = { host: string; port: number; data: string | undefined; demo: boolean };

function read(args: string[]): Wanted {
	const text = { type: 'string' } as const;
	const options = { demo: { type: 'boolean', default: false }, port: text, host: text, data: text } as const;
	const { values } = parseArgs({ args, options });
	const port = values.port ?? process.env['PORT'] ?? '3000';
	if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
		throw new Unusable(`The port is "${port}": it should be a number from 1 to 65535.`);
	return {
		...values,
		data: values.data,
		port: Number(port),
		host: values.host ?? process.env['HOST'] ?? '127.0.0.1'
	};
}

async function runUntil(told: Promise<void>, { url }: OpenDatabase, trust: Trust, wanted: Wanted) {
	await prepareDatabase(url);
	const isDemo = wanted.demo && (await prepareDemo());
	const listening = await listen(await builtHandler(), trust, wanted.host, wanted.port);
	process.env['PORT'] = String(listening.port);
	greet(listening, trust);
	await (isDemo ? showWaysIn() : welcome());
	await told;
	await listening.stop();
}

/** Kit's part, as `vite build` left it. It reads its settings when it loads. */
async function builtHandler(): Promise<Handler> {
	const file = path.join(placardFolder(), 'build/handler.js');
	if (!existsSync(file))
		throw new Unusable('Placard is not built here. Run npm start, or node scripts/build.mjs.');
	Object.assign(process.env, handlerSettings);
	return withLargeBodies(async () => ((await import(file)) as { handler: Handler }).handler);
}

/** Kit knows one limit for every body and reads it when it loads: the largest of all. Ours for each form is asked later. */
async function withLargeBodies(load: () => Promise<Handler>): Promise<Handler> {
	const forms = (process.env['BODY_SIZE_LIMIT'] ??= '12M');
	process.env['BODY_SIZE_LIMIT'] = String(mostBytes() + 2_000_000);
	const handler = await load();
	process.env['BODY_SIZE_LIMIT'] = forms;
	return handler;
}

function greet({ host, port }: Listening, { publicUrl }: Trust): void {
	// By name, where it has one: browsers let passkeys be made for names alone.
	const name = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
	const local = `http://${name}:${port}`;
	answer(`Placard is at ${publicUrl ? `${publicAddress()} (here: ${local})` : local}`);
	if (!isThisMachineAlone(host) && publicUrl?.protocol !== 'https:')
		say(
			'Warning: people reach this over plain http, so anyone on the way can read along, also what phones write in a live workshop. Put a TLS proxy before it and set PUBLIC_URL.'
		);
}

/** While there has never been an administrator, each start makes the link by which somebody becomes the first. */
async function welcome(): Promise<void> {
	const link = await firstAdministratorLink(house, {});
	if (link)
		answer(
			`Nobody runs this Placard yet. Whoever opens this link first becomes its administrator:\n  ${link}`
		);
}

function isThisMachineAlone(host: string): boolean {
	return host === 'localhost' || host === '::1' || host.startsWith('127.');
}

/** `npm start | head`: whoever read what we print may go, and those who read pages stay. */
function stayWhenNobodyReads(): void {
	for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}

/** A signal, or the end of the process that started us. A second Ctrl-C does not wait for anything. */
function toldToStop(): Promise<void> {
	const { promise, resolve } = Promise.withResolvers<void>();
	let first: number | undefined;
	const hear = () => {
		if (first !== undefined && Date.now() - first > 1_000) process.exit(130);
		first ??= Date.now();
		resolve();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, hear);
	process.on('disconnect', resolve);
	process.channel?.unref();
	return promise;
}
