import postgres from 'postgres';
import { optionsFrom } from '#server/db';
import { prepareDatabase } from '#server/jobs';
import { startTestServer } from '../test-server.ts';

/** A database of a proof's own, as a new Placard has it. */
export async function proofDatabase(name: string): Promise<{ url: string; end: () => Promise<void> }> {
	const server = await startTestServer();
	const sql = postgres({ ...optionsFrom(server.url), max: 1 });
	const database = `proof_${name}_${process.pid}`;
	await sql.unsafe(`create database ${database}`);
	const url = new URL(server.url);
	url.pathname = `/${database}`;
	await prepareDatabase(url.href);
	return {
		url: url.href,
		async end() {
			await sql.unsafe(`drop database if exists ${database} with (force)`);
			await sql.end();
			await server.stop();
		}
	};
}
