import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { BackupTrouble } from './trouble.ts';

/** Raised when a reader of version 1 would misread what follows. */
export const format = 'placard-backup/1';

const Sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Rows = v.object({
	name: v.string(),
	columns: v.array(v.string()),
	rows: Count,
	bytes: Count,
	sha256: Sha256
});
const File = v.object({ sha256: Sha256, bytes: Count });

/** The list that stands first in a back-up: what it holds, and by what it is known again. */
export const Manifest = v.object({
	format: v.literal(format),
	madeAt: v.string(),
	postgres: v.string(),
	migrations: v.array(v.object({ name: v.string(), checksum: Sha256 })),
	tables: v.array(Rows),
	sequences: v.array(
		v.object({ name: v.string(), last: v.pipe(v.string(), v.regex(/^-?\d{1,19}$/)), called: v.boolean() })
	),
	files: v.array(File),
	/** Files that a row names and the store had lost, or held damaged, when the back-up was made. */
	lost: v.array(Sha256),
	contentHash: Sha256
});
export type Manifest = v.InferOutput<typeof Manifest>;
export type Rows = v.InferOutput<typeof Rows>;
export type File = v.InferOutput<typeof File>;

/**
 * What the content is known by, wherever it stands: SHA-256 over one line for each table (its name and the SHA-256 of
 * its rows as canonical CSV, heading included) and for each file (its SHA-256), in the order of their bytes.
 */
export function contentHash(tables: readonly Rows[], files: readonly File[]): string {
	const lines = [
		...tables.map(({ name, sha256 }) => `table ${name} ${sha256}\n`),
		...files.map(({ sha256 }) => `file ${sha256}\n`)
	];
	return createHash('sha256').update(lines.sort(byBytes).join('')).digest('hex');
}

function byBytes(one: string, other: string): number {
	return Buffer.compare(Buffer.from(one), Buffer.from(other));
}

export function readManifest(text: string): Manifest {
	const said = parsed(text) as { format?: unknown } | undefined;
	if (typeof said?.format !== 'string' || !said.format.startsWith('placard-backup/'))
		throw new BackupTrouble('This is not a back-up of Placard: it does not begin with the list of one.');
	if (said.format !== format)
		throw new BackupTrouble(
			`This back-up has the form ${said.format}, and this Placard reads ${format}. Use the Placard that made it, or a newer one.`
		);
	const result = v.safeParse(Manifest, said);
	if (!result.success) throw new BackupTrouble('The back-up is damaged: its list cannot be read.');
	if (contentHash(result.output.tables, result.output.files) !== result.output.contentHash)
		throw new BackupTrouble('The back-up is damaged: its list does not agree with its own hash.');
	return result.output;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
