import { inTransaction } from '#server/db';
import './files.ts';
import { cloneDatabase, databaseOfThisFile, dropDatabase, useDatabase } from './database.ts';
import { OwnWorld, World } from './small-world.ts';

export { OwnWorld, someDay, World } from './small-world.ts';

/** A small world inside a transaction that is never kept. */
export function withWorld(body: (world: World) => Promise<void>) {
	return async () => {
		await databaseOfThisFile();
		await inTransaction(async (db) => {
			await body(new World(db));
			throw new Rollback();
		}).catch((error: unknown) => {
			if (!(error instanceof Rollback)) throw error;
		});
	};
}

/** A database of its own, for races, faults and what needs several transactions. */
export function withOwnWorld(body: (world: OwnWorld) => Promise<void>) {
	return async () => {
		const url = await cloneDatabase();
		const goBack = await useDatabase(url);
		try {
			await body(new OwnWorld(url));
		} finally {
			await goBack();
			await dropDatabase(url);
		}
	};
}

class Rollback extends Error {}
