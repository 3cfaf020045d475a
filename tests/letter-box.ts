import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readAll, understood, type Delivery } from './letters.ts';

/** A mail server on this machine that takes everything, for a Placard in a process of its own (SMTP_URL). */
export async function openLetterBox(): Promise<{
	url: string;
	letters: Delivery[];
	close: () => Promise<void>;
}> {
	const letters: Delivery[] = [];
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onData(stream, session, answer) {
			void readAll(stream).then((raw) => {
				letters.push(understood(session, raw));
				answer(null);
			});
		}
	});
	smtp.on('error', () => {});
	await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
	const { port } = smtp.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		letters,
		close: () => new Promise((done) => smtp.close(done))
	};
}
