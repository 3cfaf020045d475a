import net from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** Bytes as they go over the wire. Between two pieces the sender waits. */
export type Raw = { pieces: (Buffer | string)[]; wait?: number; hangUp?: boolean };
export type Answer = { status: number; headers: Record<string, string>; body: Buffer };

/** Sends exactly these bytes and reads whatever comes back. Nothing came back: undefined. */
export async function sendRaw(address: string, raw: Raw, patience = 20_000): Promise<Answer | undefined> {
	const { hostname, port } = new URL(address);
	const socket = net.connect({ host: hostname, port: Number(port) });
	const received: Buffer[] = [];
	socket.on('data', (bytes: Buffer) => {
		received.push(bytes);
		if (isWhole(Buffer.concat(received))) socket.destroy();
	});
	const ended = new Promise<void>((resolve) => {
		socket.once('close', () => resolve());
		// The other side may stop listening in the middle of a huge body; what it said before that counts.
		socket.on('error', () => socket.destroy());
		socket.setTimeout(patience, () => socket.destroy());
	});
	await send(socket, raw);
	await ended;
	return read(Buffer.concat(received));
}

async function send(socket: net.Socket, { pieces, wait = 0, hangUp = false }: Raw): Promise<void> {
	for (const [index, piece] of pieces.entries()) {
		if (index > 0 && wait) await pause(wait);
		if (socket.destroyed) return;
		socket.write(piece);
	}
	if (hangUp) socket.end();
}

/** With a length, all of it; in chunks, up to the last, which is empty. Otherwise the end of the line is the end. */
function isWhole(bytes: Buffer): boolean {
	const answer = read(bytes);
	if (!answer) return false;
	const length = answer.headers['content-length'];
	if (length !== undefined) return answer.body.length >= Number(length);
	return answer.headers['transfer-encoding'] === 'chunked' && bytes.toString('latin1').endsWith('0\r\n\r\n');
}

function read(bytes: Buffer): Answer | undefined {
	const end = bytes.indexOf('\r\n\r\n');
	const status = /^HTTP\/1\.[01] (\d{3})/.exec(bytes.toString('latin1', 0, 20))?.[1];
	if (end < 0 || !status) return undefined;
	const lines = bytes.toString('latin1', 0, end).split('\r\n').slice(1);
	const headers = Object.fromEntries(lines.map((line) => [line.split(':')[0]!.toLowerCase(), valueOf(line)]));
	const rest = bytes.subarray(end + 4);
	if (status === '100') return read(rest);
	return { status: Number(status), headers, body: headers['transfer-encoding'] ? unchunked(rest) : rest };
}

function valueOf(line: string): string {
	return line.slice(line.indexOf(':') + 1).trim();
}

function unchunked(bytes: Buffer): Buffer {
	const chunks: Buffer[] = [];
	for (let at = 0; at < bytes.length;) {
		const line = bytes.indexOf('\r\n', at);
		const size = parseInt(bytes.toString('latin1', at, line), 16);
		if (line < 0 || !size) break;
		chunks.push(bytes.subarray(line + 2, line + 2 + size));
		at = line + 2 + size + 2;
	}
	return Buffer.concat(chunks);
}
