import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import postgres from 'postgres';
import { readErasedList } from '#areas/programmes';
import { eraseAgain } from '#areas/programmes/server';
import { restoreBackup } from '#server/backup';
import { optionsFrom } from '#server/db';
import { prepareQueues } from '#server/jobs';
import { house } from '#shared/actor';
import { answer, exit, Unusable, type Verb } from './answer.ts';
import { summary } from './backup.ts';
import { openDatabase } from './database.ts';
import { oneFile } from './one-file.ts';

export const restore: Verb = {
	summary: 'Takes a back-up into an empty place',
	usage: 'FILE [--erased FILE] [--out FILE] [--data DIR]',
	details: `
  FILE           what backup wrote, or - for standard input
  --data DIR     an empty or new folder (PLACARD_DATA; default ./data); with DATABASE_URL, an empty database as well
  --erased FILE  what was deleted since: erased.jsonl of the data folder, or what \`placard erased\` wrote. It is deleted
                 again, so that nobody's words come back with an old back-up
  --out FILE     where the answer goes (default: standard output)

All of it or nothing: every hash is compared, and the rules of the database checked, before anything is kept. A back-up
of an older Placard is brought up to date.`,
	async run(args) {
		const { file, data, erased } = oneFile(args, 'read, or - for standard input');
		const gone = erased === undefined ? [] : await listIn(erased);
		const from = file === '-' ? process.stdin : await readable(file);
		const database = await openDatabase(data);
		const pool = postgres({ ...optionsFrom(database.url), max: 1 });
		try {
			await prepareQueues(database.url);
			const restored = summary(await restoreBackup(pool, from));
			const again = gone.length ? await eraseAgain(house, { erased: gone }) : { erased: 0 };
			answer(JSON.stringify({ ...restored, erasedAgain: again.erased }));
			return exit.done;
		} finally {
			await pool.end({ timeout: 5 });
			await database.close();
		}
	}
};

/** Before anything is begun: a list that cannot be read must not leave people's words standing. */
async function listIn(file: string) {
	try {
		return readErasedList(await readFile(file, 'utf8'));
	} catch (error) {
		if (error instanceof SyntaxError) throw new Unusable(`${file}, ${error.message}.`);
		throw error;
	}
}

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
