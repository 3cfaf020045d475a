import { randomBytes } from 'node:crypto';
import postgres from 'postgres';
import type { TestProject } from 'vitest/node';
import { optionsFrom } from '#server/db';
import { prepareDatabase } from '#server/jobs';
import { keepTogether } from './temporary.ts';
import { startTestServer } from './test-server.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** Address of the server's maintenance database, and the name of the migrated template. */
		postgres: { admin: string; template: string };
	}
}

/** One real PostgreSQL for the whole run, and one migrated template that every test database is cloned from. */
export default async function setup({ provide }: TestProject) {
	keepTogether();
	const server = await startTestServer();
	const template = `template_${randomBytes(4).toString('hex')}`;
	await onAdmin(server.url, `create database ${template}`);
	await prepareDatabase(withDatabase(server.url, template));
	provide('postgres', { admin: server.url, template });
	return async () => {
		await onAdmin(server.url, `drop database if exists ${template} with (force)`);
		await server.stop();
	};
}

async function onAdmin(url: string, statement: string) {
	const sql = postgres({ ...optionsFrom(url), max: 1 });
	await sql.unsafe(statement);
	await sql.end();
}

function withDatabase(url: string, name: string): string {
	const address = new URL(url);
	address.pathname = `/${name}`;
	return address.href;
}
