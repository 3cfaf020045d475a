// npm run dev: the imaginary world in data/dev, and pages that change as their files do.
import { prepareDatabase } from '#server/jobs';
import { openDatabase } from '../cli/database.ts';
import { prepareDemo, showWaysIn } from '../cli/demo.ts';
import { run } from './node.mjs';

process.env['PORT'] ??= '5173';
const database = await openDatabase('data/dev');
try {
	await prepareDatabase(database.url);
	await prepareDemo();
	await showWaysIn();
	process.exitCode = await run('vite', ['dev', '--port', process.env['PORT'], '--strictPort']);
} finally {
	await database.close();
}
