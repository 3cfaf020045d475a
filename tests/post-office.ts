import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';
import { afterEach } from 'vitest';
import { closePostOffice } from '#server/mail';

/** A letter as it reached a real mail server. */
export type Delivery = {
	from: string;
	to: string[];
	headers: Map<string, string>;
	text: string;
	html: string;
	raw: string;
};

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
			void read(stream).then((raw) => {
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

async function read(stream: AsyncIterable<Buffer>): Promise<string> {
	const pieces: Buffer[] = [];
	for await (const piece of stream) pieces.push(piece);
	return Buffer.concat(pieces).toString('latin1');
}

function understood({ envelope }: SMTPServerSession, raw: string): Delivery {
	const { headers, body } = partOf(raw);
	const boundary = /boundary="([^"]+)"/.exec(headers.get('content-type')!)![1]!;
	const parts = body
		.split(`--${boundary}`)
		.slice(1, -1)
		.map((part) => partOf(part.replace(/^\r\n/, '')));
	const [text, html] = parts.map((part) => decoded(part).replace(/\r\n/g, '\n'));
	const from = envelope.mailFrom ? envelope.mailFrom.address : '';
	return { from, to: envelope.rcptTo.map(({ address }) => address), headers, text: text!, html: html!, raw };
}

function partOf(raw: string): { headers: Map<string, string>; body: string } {
	const end = raw.indexOf('\r\n\r\n');
	const lines = raw
		.slice(0, end)
		.replace(/\r\n[ \t]+/g, ' ')
		.split('\r\n');
	const headers = new Map(
		lines.map((line) => [line.split(':')[0]!.toLowerCase(), line.slice(line.indexOf(':') + 2)])
	);
	return { headers, body: raw.slice(end + 4) };
}

function decoded({ headers, body }: { headers: Map<string, string>; body: string }): string {
	const encoding = headers.get('content-transfer-encoding');
	if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
	if (encoding !== 'quoted-printable') return Buffer.from(body, 'latin1').toString('utf8');
	const bytes = body
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 2047. */
export function decodedWords(header: string): string {
	return header
		.replace(/\?=\s+=\?/g, '?==?')
		.replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
			how.toUpperCase() === 'B'
				? Buffer.from(words, 'base64').toString('utf8')
				: decoded({
						headers: new Map([['content-transfer-encoding', 'quoted-printable']]),
						body: words.replaceAll('_', ' ')
					})
		);
}
