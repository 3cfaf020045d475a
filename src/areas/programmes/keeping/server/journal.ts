import { open } from 'node:fs/promises';
import path from 'node:path';
import { errand } from '#server/use-case';

/** Beside the database and not in it, so that it outlives it: what was deleted stays deleted when an old back-up is restored. */
export function journalFile(): string {
	return path.join(process.env['PLACARD_DATA'] ?? 'data', 'erased.jsonl');
}

/** One line for each: an id that leads to nobody. A line may stand there twice. */
async function writeDownErasure({ expression, at, why }: Record<string, unknown>): Promise<void> {
	const file = await open(journalFile(), 'a', 0o600);
	try {
		await file.appendFile(`${JSON.stringify({ expression, at, why })}\n`);
		await file.sync();
	} finally {
		await file.close();
	}
}

export const askToWriteDown = errand(writeDownErasure);
