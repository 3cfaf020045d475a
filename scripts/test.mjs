// `npm test` and `npm run prove`: from a fresh clone, installs what is missing and runs everything.
import { install } from './install.mjs';
import { run } from './node.mjs';

await install();
process.exitCode = await run('scripts/test.ts', process.argv.slice(2));
