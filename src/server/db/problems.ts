import { Problem } from '#shared/problem';

/** Constraint name → the Problem it means. Each area adds those of its own tables. */
const constraints = new Map<string, string>();

/** `explainConstraint('one_address_one_person', 'email-taken')`, beside the queries of the table. */
export function explainConstraint(constraint: string, code: string): void {
	constraints.set(constraint, code);
}

/** PostgreSQL and postgres.js codes that mean: not now, and it is not your doing. */
const away = new Set([
	'ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'CONNECT_TIMEOUT', 'CONNECTION_CLOSED', 'CONNECTION_ENDED',
	'CONNECTION_DESTROYED', '57P01', '57P02', '57P03', '08006', '08001', '53300'
]); // prettier-ignore
const busy = new Set(['40001', '40P01', '55P03', '57014']);
const full = new Set(['53100', '53200', '58030', 'ENOSPC']);

type Fault = { code?: string; constraint_name?: string; syscall?: string };

/** The one place where what the database says becomes a Problem; anything unknown stays the bug it is. */
export function asProblem(error: unknown): unknown {
	const { code, constraint_name: constraint, syscall } = (error ?? {}) as Fault;
	if (error instanceof Problem || typeof code !== 'string' || isMissingFile(code, syscall)) return error;
	const named = constraint && constraints.get(constraint);
	if (named) return new Problem(named);
	if (away.has(code)) return new Problem('database-away', { cause: code });
	if (busy.has(code)) return new Problem('busy', { cause: code });
	if (full.has(code)) return new Problem('no-room', { cause: code });
	return error;
}

/** A socket that is not there is the database's absence; a file that is not there is a bug of ours. */
function isMissingFile(code: string, syscall = ''): boolean {
	return code === 'ENOENT' && syscall !== 'connect';
}
