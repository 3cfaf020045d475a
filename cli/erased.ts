import { parseArgs } from 'node:util';
import { listErased } from '#areas/programmes/server';
import { prepareDatabase } from '#server/jobs';
import { house } from '#shared/actor';
import { answer, answerInto, exit, type Verb } from './answer.ts';
import { openDatabase } from './database.ts';

export const erased: Verb = {
	summary: 'Lists what was deleted, to keep beside back-ups',
	usage: '[--out FILE] [--data DIR]',
	details: `
One line of JSON for each application that was deleted: an id that leads to nobody, when, and why. Given to
\`placard restore --erased\`, it keeps what was deleted since a back-up from coming back with it.

  --out FILE   where the list goes (default: standard output)
  --data DIR   where Placard keeps its own database (default: ./data); not used with DATABASE_URL`,
	async run(args) {
		const text = { type: 'string' } as const;
		const { values } = parseArgs({ args, options: { out: text, data: text } });
		answerInto(values.out);
		const database = await openDatabase(values.data);
		try {
			await prepareDatabase(database.url);
			const lines = await listErased(house, {});
			answer(lines.map((line) => JSON.stringify(line)).join('\n'));
			return exit.done;
		} finally {
			await database.close();
		}
	}
};
