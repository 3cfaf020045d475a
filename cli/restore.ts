import { createReadStream } from 'node:fs';
import postgres from 'postgres';
import { restoreBackup } from '#server/backup';
import { optionsFrom } from '#server/db';
import { prepareQueues } from '#server/jobs';
import { answer, exit, Unusable, type Verb } from './answer.ts';
import { summary } from './backup.ts';
import { openDatabase } from './database.ts';
import { oneFile } from './one-file.ts';

export const restore: Verb = {
	summary: 'Takes a back-up into an empty place',
	usage: 'FILE [--out FILE] [--data DIR]',
	details: `
  FILE         what backup wrote, or - for standard input
  --data DIR   an empty or new folder (PLACARD_DATA; default ./data); with DATABASE_URL, an empty database as well
  --out FILE   where the answer goes (default: standard output)

All of it or nothing: every hash is compared, and the rules of the database checked, before anything is kept. A back-up
of an older Placard is brought up to date.`,
	async run(args) {
		const { file, data } = oneFile(args, 'read, or - for standard input');
		const from = file === '-' ? process.stdin : await readable(file);
		const database = await openDatabase(data);
		const pool = postgres({ ...optionsFrom(database.url), max: 1 });
		try {
			await prepareQueues(database.url);
			answer(JSON.stringify(summary(await restoreBackup(pool, from))));
			return exit.done;
		} finally {
			await pool.end({ timeout: 5 });
			await database.close();
		}
	}
};

/** Opened before anything is begun, so that a wrong name costs nothing. */
async function readable(file: string) {
	const stream = createReadStream(file);
	await new Promise((resolve, reject) => stream.once('open', resolve).once('error', reject)).catch(
		(error: Error) => {
			throw new Unusable(`${file} cannot be read: ${error.message.split(',')[0]}.`);
		}
	);
	return stream;
}
