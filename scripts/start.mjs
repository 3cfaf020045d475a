// `npm start`: from a fresh clone to a running Placard. Plain Node 20 and nothing installed is enough to begin.
import { install } from './install.mjs';
import { placard } from './placard.mjs';

await install();
await placard(['serve', ...process.argv.slice(2)]);
