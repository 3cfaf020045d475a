import postgres from 'postgres';

/**
 * Options for postgres.js from a database address. A socket folder stands percent-encoded in the host's place:
 * `postgres://placard@%2Frun%2Fplacard/placard` (libpq, "Connection URIs").
 */
export function optionsFrom(url: string): postgres.Options<Record<string, postgres.PostgresType>> {
	const { hostname, port, pathname, username, password, searchParams } = new URL(url);
	const tls = searchParams.get('sslmode');
	return {
		host: decodeURIComponent(hostname) || 'localhost',
		port: port ? Number(port) : 5432,
		database: decodeURIComponent(pathname.slice(1)) || 'placard',
		username: decodeURIComponent(username) || 'placard',
		password: decodeURIComponent(password),
		...(tls && tls !== 'disable' ? { ssl: tls === 'require' ? 'require' : 'verify-full' } : {}),
		...ours
	};
}

/** Civil dates stay text; columns are camelCase in TypeScript; JSON keys are left as people wrote them. */
const ours = {
	transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
	types: {
		date: { to: 1082, from: [1082], serialize: String, parse: String },
		// Text handed in for a JSON column is JSON already (pg-boss does so); everything else is made into it.
		json: {
			to: 114,
			from: [114, 3802],
			serialize: asJson,
			parse: (text: string) => JSON.parse(text) as unknown
		}
	},
	connection: {
		statement_timeout: 20_000,
		idle_in_transaction_session_timeout: 30_000,
		lock_timeout: 10_000
	},
	max: 12,
	idle_timeout: 60,
	connect_timeout: 10,
	// Nobody waits longer and longer for a database that was away: each asks anew, and is told.
	backoff: () => 0.05,
	max_lifetime: 60 * 60,
	onnotice: () => {}
} satisfies postgres.Options<Record<string, postgres.PostgresType>>;

function asJson(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}
