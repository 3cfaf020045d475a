import type { Raw } from '../../surfaces/raw.ts';
import type { Target } from './target.ts';

type Parts = {
	method?: string;
	address?: string;
	version?: string;
	headers?: Record<string, string>;
	/** Header lines as they are, after the others. */
	lines?: string[];
	body?: Buffer | string;
	/** Leaves out what a well-meant request says of its body. */
	bare?: boolean;
};

let visits = 0;

/** A request in bytes, right in everything that `parts` does not make wrong. */
export function bytesOf(target: Target, host: string, parts: Parts): Buffer {
	const { method = target.method, address = target.address, version = 'HTTP/1.1', lines = [] } = parts;
	const body = Buffer.from(parts.body ?? '');
	const head = [
		`${method} ${address} ${version}`,
		...Object.entries({ ...usual(target, host), ...sized(parts, method, body), ...parts.headers })
			.filter(([, value]) => value !== '')
			.map(([name, value]) => `${name}: ${value}`),
		...lines
	];
	return Buffer.concat([Buffer.from(head.join('\r\n') + '\r\n\r\n', 'latin1'), body]);
}

export function whole(bytes: Buffer): Raw {
	return { pieces: [bytes] };
}

/** Each comes from an address of its own, so that rate limits leave us alone (the server trusts one proxy here). */
function usual({ cookie }: Target, host: string): Record<string, string> {
	visits++;
	return {
		Host: host,
		Accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
		'X-Forwarded-For': `10.${(visits >> 16) & 255}.${(visits >> 8) & 255}.${visits & 255}`,
		Connection: 'close',
		...(cookie ? { Cookie: cookie } : {})
	};
}

function sized({ bare = false }: Parts, method: string, body: Buffer): Record<string, string> {
	if (bare || (method === 'GET' && body.length === 0)) return {};
	return { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(body.length) };
}
