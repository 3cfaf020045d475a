import postgres from 'postgres';
import { optionsFrom } from './connection.ts';
import { asProblem } from './problems.ts';

export { migrate, migrateWithin, migrations, type Migration } from './migrate.ts';
export { optionsFrom } from './connection.ts';
export { DatabaseTrouble } from './trouble.ts';
export { explainConstraint } from './problems.ts';

/** An open transaction. Queries live in *.sql.ts and receive it. */
export type Db = postgres.TransactionSql;
/** The pool itself: for the few things that cannot live in a transaction (COPY of a back-up, LISTEN). */
export type Pool = postgres.Sql;

let pool: Pool | undefined;

/** The pool of this process, opened at first use from DATABASE_URL (`serve` sets it for the database of its own). */
export function database(): Pool {
	const url = process.env['DATABASE_URL'];
	if (!pool && !url)
		throw new Error('DATABASE_URL is not set: start Placard with npm start or ./placard serve');
	return (pool ??= postgres(optionsFrom(url!)));
}

/** A client of its own that listens (NOTIFY). Whoever opens it ends it. */
export function listener(): Pool {
	return postgres({ ...optionsFrom(process.env['DATABASE_URL']!), max: 1 });
}

/** Closes the pool after what runs has finished, at most five seconds. */
export async function closeDatabase(): Promise<void> {
	const closing = pool;
	pool = undefined;
	await closing?.end({ timeout: 5 });
}

/** One transaction. What the database refuses by name, and its absence, come out as Problems. */
export async function inTransaction<T>(work: (db: Db) => Promise<T>, on: Pool = database()): Promise<T> {
	try {
		return (await on.begin(work)) as T;
	} catch (error) {
		throw asProblem(error);
	}
}
