/**
 * A server process as far as mail goes: it follows the queue, and looks for what is due as often as it can.
 * tests/post-races.test.ts starts two of them on one database.
 */
import { randomBytes } from 'node:crypto';
import { startJobs } from '#server/jobs';
import { log } from '#server/log';
import { mint, template } from '#server/mail';
import { postAllDue } from '../../src/server/mail/post.ts';

mint('race', async () => Promise.resolve(`/return/${randomBytes(16).toString('hex')}`));
template('race', {
	on: async (_, details) => Promise.resolve(details),
	subject: () => 'A letter',
	body: () => [`From process ${process.pid}.`, { secret: 'race', words: 'Open' }]
});

const stop = await startJobs(process.env['DATABASE_URL']!);
log.trace('ready to send');
process.send?.('ready');
let going = true;
process.once('message', () => (going = false));
while (going) {
	await postAllDue();
	await new Promise((resolve) => setTimeout(resolve, 20));
}
await stop();
process.exit(0);
