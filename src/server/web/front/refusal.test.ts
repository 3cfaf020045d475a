import { once } from 'node:events';
import net from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, type Listening } from './listen.ts';
import { inOurWords } from './refusal.ts';

let front: Listening;
beforeAll(async () => {
	front = await listen((_, response) => response.end('a page'), { proxies: 0 }, '127.0.0.1', 0);
});
afterAll(() => front.stop());

/** What comes back for these lines; `here` stands for the host that it was sent to. */
async function answerTo(...lines: string[]): Promise<string> {
	const socket = net.connect(front.port, '127.0.0.1');
	let answer = '';
	socket.on('data', (text: Buffer) => (answer += text.toString()));
	const text = [...lines, 'Connection: close', '', ''].join('\r\n');
	socket.write(text.replaceAll('here', `127.0.0.1:${front.port}`));
	await once(socket, 'close');
	return answer;
}

const refused: [string, number, string, string[]][] = [
	['a line that is no header', 400, 'could not read', ['GET / HTTP/1.1', 'Host: here', 'no colon']],
	['no HTTP at all', 400, 'could not read', ['\x16\x03\x01\x02']],
	['more headers than we take', 431, 'longer', ['GET / HTTP/1.1', 'Host: here', `X: ${'x'.repeat(20_000)}`]],
	['an expectation', 417, 'could not read', ['GET / HTTP/1.1', 'Host: here', 'Expect: a miracle']],
	['a host that is none', 400, 'could not read', ['GET / HTTP/1.1', 'Host: <script>']],
	['a host with somebody before it', 400, 'could not read', ['GET / HTTP/1.1', 'Host: here@evil.example']],
	["somebody else's address", 400, 'could not read', ['GET //evil.example/ HTTP/1.1', 'Host: here']],
	['a form for the action without a name, by a name', 400, 'could not read', ['POST /sign-in?/default HTTP/1.1', 'Host: here', 'Origin: http://here', 'Content-Length: 0']],
	['a line through us', 405, 'this address in this way', ['CONNECT evil.example:443 HTTP/1.1', 'Host: here']],
	['no host in HTTP 1.1', 400, 'could not read', ['GET / HTTP/1.1']],
	['no host', 400, 'could not read', ['GET / HTTP/1.0']],
	['a whole address', 400, 'could not read', ['GET http://evil.example/ HTTP/1.1', 'Host: here']],
	['a method of no page', 405, 'this address in this way', ['PROPFIND / HTTP/1.1', 'Host: here']],
	['a form of another site', 403, 'not ours', ['POST / HTTP/1.1', 'Host: here', 'Origin: http://evil.example', 'Content-Length: 0']],
	['a form of nowhere', 403, 'not ours', ['POST / HTTP/1.1', 'Host: here', 'Origin: null', 'Content-Length: 0']]
]; // prettier-ignore

test.each(refused)('%s is refused in a sentence', async (_, status, words, lines) => {
	const answer = await answerTo(...lines);
	expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
	expect(answer).toMatch(new RegExp(`<main><h1>[^<]*${words}[^<]*\\.</h1>`));
});

test('who reads Welsh is refused in Welsh', async () => {
	const answer = await answerTo('PROPFIND /cy/programmes HTTP/1.1', 'Host: here');
	expect(answer).toContain('<html lang="cy"');
	expect(answer).toContain('Ni ellir');
});

test('our own form goes through', async () => {
	const lines = ['POST / HTTP/1.1', 'Host: here', 'Origin: http://here', 'Content-Length: 0'];
	expect(await answerTo(...lines)).toMatch(/a page/);
});

test('what Kit says of methods is said in a sentence, and only that', async () => {
	// Kit sends bytes, without a content type.
	const words = new TextEncoder().encode('POST method not allowed');
	const kits = new Response(words, { status: 405, headers: { allow: 'GET, HEAD' } });
	const ours = inOurWords(kits, '/brand.css');
	expect(await ours.text()).toContain('<main>');
	expect(ours.headers.get('allow')).toBe('GET, HEAD');
	const page = new Response('<main>', { status: 405, headers: { 'content-type': 'text/html' } });
	expect(inOurWords(page, '/')).toBe(page);
});
