import type { SMTPServerSession } from 'smtp-server';

/** A letter as it reached a real mail server. */
export type Delivery = {
	from: string;
	to: string[];
	headers: Map<string, string>;
	text: string;
	html: string;
	raw: string;
};

/** The letter in its envelope, decoded as a mail program does. */
export function understood({ envelope }: SMTPServerSession, raw: string): Delivery {
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

/** Everything that comes in, byte for byte. */
export async function readAll(stream: AsyncIterable<Buffer>): Promise<string> {
	const pieces: Buffer[] = [];
	for await (const piece of stream) pieces.push(piece);
	return Buffer.concat(pieces).toString('latin1');
}
