import http from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { close, onClosing } from './closing.ts';
import { listen, timeFor, type Handler } from './listen.ts';

const echo: Handler = (request, response) => response.end(JSON.stringify(request.headers));

test('what a visitor claims of their address never reaches the pages', async () => {
	const front = await listen(echo, { proxies: 0 }, '127.0.0.1', 0);
	const response = await fetch(`http://127.0.0.1:${front.port}/`, {
		headers: {
			'x-forwarded-proto': 'https',
			'x-forwarded-host': 'evil.example',
			'x-placard-address': '6.6.6.6',
			'x-forwarded-for': '6.6.6.6'
		}
	});
	expect(await response.json()).toMatchObject({
		'x-forwarded-proto': 'http',
		'x-forwarded-host': `127.0.0.1:${front.port}`,
		'x-placard-address': '127.0.0.1'
	});
	await front.stop();
});

test('a port that is taken is said so, and no other is tried', async () => {
	const front = await listen(echo, { proxies: 0 }, '127.0.0.1', 0);
	await expect(listen(echo, { proxies: 0 }, '127.0.0.1', front.port)).rejects.toThrow(
		`Port ${front.port} on 127.0.0.1 is taken`
	);
	await front.stop();
});

test('who has asked is answered, though the server is asked to stop', async () => {
	const slow: Handler = (_, response) => void pause(300).then(() => response.end('done'));
	const front = await listen(slow, { proxies: 0 }, '127.0.0.1', 0);
	const agent = new http.Agent({ keepAlive: true });
	const answer = get(front.port, agent);
	await pause(50);
	const stopped = front.stop();
	await expect(get(front.port)).rejects.toThrow('ECONNREFUSED');
	expect(await answer).toBe('done');
	await stopped;
	agent.destroy();
});

test('a film may take as long as a slow line needs for it, and nothing may take for ever', () => {
	const minutes = (length?: string) =>
		timeFor({ headers: length ? { 'content-length': length } : {} }) / 60_000;
	expect(minutes()).toBe(5);
	expect(minutes('12000')).toBe(5);
	expect(minutes('90000000')).toBe(60);
	expect(minutes('999999999999')).toBe(120);
	expect(minutes('nonsense')).toBe(5);
});

test('what must be finished at the end is done in turn, the latest first, and a fault stops none of it', async () => {
	const done: string[] = [];
	onClosing(async () => done.push('pool'));
	onClosing(() => Promise.reject(new Error('no')));
	onClosing(async () => done.push('jobs'));
	await close();
	await close();
	expect(done).toEqual(['jobs', 'pool']);
});

function get(port: number, agent?: http.Agent): Promise<string> {
	return new Promise((resolve, reject) => {
		const request = http.get({ port, host: '127.0.0.1', ...(agent ? { agent } : {}) }, (response) => {
			response.setEncoding('utf8').on('data', resolve);
		});
		request.on('error', reject);
	});
}
