import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { readAll, understood } from '../../tests/letters.ts';

/** A mail server on this machine. Of each letter it keeps the link to sign in, for whom it is, until that is taken. */
export async function openLetterBox() {
	const links = new Map<string, string>();
	let letters = 0;
	const smtp = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS', 'AUTH'],
		onData(stream, session, answer) {
			void readAll(stream).then((raw) => {
				const { to, text } = understood(session, raw);
				const link = /https?:\/\/[^\s/]+(\/sign-in\/link\/[\w-]+)/.exec(text)?.[1];
				if (link) links.set(to[0]!, link);
				letters++;
				answer();
			});
		}
	});
	smtp.on('error', () => {});
	await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
	const { port } = smtp.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${port}`,
		letters: () => letters,
		take(address: string): string | undefined {
			const link = links.get(address);
			links.delete(address);
			return link;
		},
		end: () => new Promise<void>((done) => smtp.close(done))
	};
}
export type LetterBox = Awaited<ReturnType<typeof openLetterBox>>;
