/** Runs `placard import` on one file after another, in a process of its own, so that a crash and its memory are seen. */
import { main } from '../../../cli/placard.ts';

export type Handed = { args: string[] };
export type Answer = { code: number; out: string; err: string; took: number };

const said = { out: '', err: '' };
const into = (where: 'out' | 'err') => (text: string | Uint8Array) => {
	said[where] += String(text);
	return true;
};
process.stdout.write = into('out') as typeof process.stdout.write;
process.stderr.write = into('err') as typeof process.stderr.write;

process.on('message', (message: Handed | 'end') => {
	if (message === 'end') process.exit(0);
	else void answer(message).then((given) => process.send!(given));
});
process.send!('ready');

/** `took`: seconds of work. How long it waits for its turn says something about the machine only. */
async function answer({ args }: Handed): Promise<Answer> {
	Object.assign(said, { out: '', err: '' });
	const began = process.cpuUsage();
	const code = await main(['import', ...args]);
	const { user, system } = process.cpuUsage(began);
	return { code, ...said, took: (user + system) / 1e6 };
}
