import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { embeddedPostgres } from '#server/db/embedded';

/** A PostgreSQL of our own in a temporary folder, or the one at TEST_DATABASE_URL (to try another version). */
export async function startTestServer(): Promise<{ url: string; stop: () => Promise<void> }> {
	const given = process.env['TEST_DATABASE_URL'];
	if (given) return { url: given, stop: async () => {} };
	const folder = await mkdtemp(path.join(tmpdir(), 'placard-test-'));
	const server = await embeddedPostgres(folder);
	return {
		url: server.url,
		async stop() {
			await server.stop();
			await rm(folder, { recursive: true, force: true });
		}
	};
}
