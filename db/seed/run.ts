// npm run seed: the imaginary world in the database of DATABASE_URL, or in our own in ./data. An empty one is needed.
import { prepareDatabase } from '#server/jobs';
import { close } from '#server/web/front';
import { say } from '../../cli/answer.ts';
import { openDatabase } from '../../cli/database.ts';
import { seed } from './index.ts';

const database = await openDatabase();
try {
	await prepareDatabase(database.url);
	const made = await seed();
	if (made) say('The imaginary world is there: npm start -- --demo shows it.');
	else {
		say(
			'There is something in this database already, so it stays as it is. The imaginary world needs an empty one.'
		);
		process.exitCode = 1;
	}
} finally {
	await close();
	await database.close();
}
