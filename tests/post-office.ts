import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { afterEach } from 'vitest';
import { closePostOffice } from '#server/mail';
import { readAll, understood, type Delivery } from './letters.ts';

export { decodedWords } from './letters.ts';

type Manners = {
	/** Answers to RCPT TO and to the letter, in turn: an SMTP code and words, 'cut' for a broken line, nothing for yes. */
	recipient?: (Answer | undefined)[];
	letter?: (Answer | undefined)[];
	server?: SMTPServerOptions;
	query?: string;
};
type Answer = [code: number, words: string] | 'cut' | ((raw: string) => [number, string]);

const open: SMTPServer[] = [];
const before = process.env['SMTP_URL'];

afterEach(async () => {
	closePostOffice();
	for (const server of open.splice(0)) await new Promise<void>((done) => server.close(done));
	if (before === undefined) delete process.env['SMTP_URL'];
	else process.env['SMTP_URL'] = before;
});

/** Opens a mail server on this machine, points SMTP_URL to it, and keeps what arrives, until the test ends. */
export async function openPostOffice({ recipient = [], letter = [], server = {}, query = '' }: Manners = {}) {
	const deliveries: Delivery[] = [];
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		...server,
		onRcptTo: (_, __, answer) => answer(asError(recipient.shift(), '')),
		onData(stream, session, answer) {
			const said = letter.shift();
			if (said === 'cut') return void stream.once('data', () => cut(session));
			void readAll(stream).then((raw) => {
				const error = asError(said, raw);
				if (!error) deliveries.push(understood(session, raw));
				answer(error);
			});
		}
	});
	smtp.on('error', () => {});
	open.push(smtp);
	await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
	const { port } = smtp.server.address() as AddressInfo;
	process.env['SMTP_URL'] = `smtp://127.0.0.1:${port}${query}`;
	function cut({ id }: SMTPServerSession): void {
		for (const connection of smtp.connections)
			if ((connection as { id: string }).id === id)
				(connection as { _socket: { destroy(): void } })._socket.destroy();
	}
	return deliveries;
}

function asError(answer: Answer | undefined, raw: string): Error | null {
	if (!answer || answer === 'cut') return null;
	const [responseCode, words] = typeof answer === 'function' ? answer(raw) : answer;
	return Object.assign(new Error(words), { responseCode });
}
