import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { embeddedPostgres, type Binaries } from '../src/server/db/embedded/index.ts';

/** Where Debian puts PostgreSQL, oldest that we promise first. */
const versions = [15, 16, 17];

/**
 * A PostgreSQL of our own in a temporary folder: the one that comes with Placard, or with TEST_POSTGRES=15 the
 * machine's of that version. TEST_DATABASE_URL names one that runs already.
 */
export async function startTestServer(): Promise<{ url: string; stop: () => Promise<void> }> {
	const given = process.env['TEST_DATABASE_URL'];
	if (given) return { url: given, stop: async () => {} };
	const folder = await mkdtemp(path.join(tmpdir(), 'placard-test-'));
	const wanted = process.env['TEST_POSTGRES'];
	const binaries = wanted ? machinesPostgres(Number(wanted)) : undefined;
	const server = await embeddedPostgres(path.join(folder, 'data'), binaries ? { binaries } : {});
	return {
		url: server.url,
		async stop() {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}

/** The oldest second PostgreSQL that this machine has, if any. */
export function secondPostgres(): Binaries | undefined {
	return versions.map(machinesPostgres).find((found) => found !== undefined);
}

function machinesPostgres(version: number): Binaries | undefined {
	const folder = `/usr/lib/postgresql/${version}/bin`;
	return existsSync(path.join(folder, 'postgres')) ? { folder, version } : undefined;
}
