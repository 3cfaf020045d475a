import { randomBytes } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { mint, queueMail, template } from '#server/mail';
import { askedFor } from '../../../tests/errands.ts';
import { everythingKept } from '../../../tests/everything-kept.ts';
import { withOwnWorld, type OwnWorld } from '../../../tests/world.ts';

let minted = '';
mint('terminal-test', () => Promise.resolve(`/return/${(minted = randomBytes(16).toString('hex'))}`));
const body = () => ['Dyma’ch dolen.', { secret: 'terminal-test', words: 'Agor' }];
const empty = { on: () => Promise.resolve({}), subject: () => 'A letter' };
template('terminal-receipt', { ...empty, body });
template('terminal-way-in', { ...empty, body: () => body().slice(1), onTerminal: true });

const queue = (world: OwnWorld, to: string, called: string) =>
	world.do((inside) => queueMail(inside.as(undefined), { to, template: called, locale: 'cy', details: {} }));

test(
	'without a post office links for staff are shown on the terminal, and letters to applicants wait, with what they hold',
	withOwnWorld(async (world) => {
		const pieces: string[] = [];
		for (const stream of [process.stdout, process.stderr])
			vi.spyOn(stream, 'write').mockImplementation((piece) => Boolean(pieces.push(String(piece))));
		const wayIn = await queue(world, 'eira@example.org', 'terminal-way-in');
		const receipt = await queue(world, 'z@example.org', 'terminal-receipt');
		for (const asked of [{ letter: wayIn }, { letter: receipt }, {}]) await askedFor('postLetters', asked);
		vi.restoreAllMocks();
		const shown = pieces.join('');
		expect(shown).toContain(`/cy/return/${minted}`);
		for (const kept of ['eira@', 'z@', 'z…@', 'Dyma’ch dolen']) expect(shown).not.toContain(kept);
		const standing = await world.do(
			({ db }) => db`select state, attempts from mail.standing order by address`
		);
		expect(standing).toMatchObject([{ state: 'shown' }, { state: 'waiting', attempts: 0 }]);
		expect(await world.do(({ db }) => everythingKept(db))).not.toContain(minted);
	})
);
