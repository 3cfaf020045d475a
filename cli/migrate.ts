import { parseArgs } from 'node:util';
import { prepareDatabase } from '#server/jobs';
import { answer, answerInto, exit, type Verb } from './answer.ts';
import { openDatabase } from './database.ts';

export const migrate: Verb = {
	summary: 'Brings the database up to the schema of this Placard',
	usage: '[--out FILE] [--data DIR]',
	details: `
serve does it by itself. Run this first when several servers share a database and should start at once.

  --data DIR   where Placard keeps its own database (default: ./data); not used with DATABASE_URL
  --out FILE   where the answer goes (default: standard output)`,
	async run(args) {
		const { values } = parseArgs({ args, options: { data: { type: 'string' }, out: { type: 'string' } } });
		answerInto(values.out);
		const database = await openDatabase(values.data);
		try {
			answer(JSON.stringify(await prepareDatabase(database.url)));
			return exit.done;
		} finally {
			await database.close();
		}
	}
};
