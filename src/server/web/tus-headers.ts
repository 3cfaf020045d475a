import { Problem } from '#shared/problem';

/** What tus 1.0.0 says in headers, read carefully: whatever is not right is one unreadable request. */
export type Announced = {
	name: string;
	size: number | null;
	medium: string | null;
	fingerprint: string;
};

/** Upload-Length or Upload-Defer-Length, and Upload-Metadata ("key base64,key base64"). */
export function announcedIn(headers: Headers): Announced {
	const told = metadataIn(headers.get('upload-metadata') ?? '');
	const size = headers.get('upload-defer-length') === '1' ? null : numberIn(headers.get('upload-length'));
	return {
		name: told.get('filename') || 'file',
		size,
		medium: told.get('medium') || null,
		fingerprint: told.get('fingerprint') ?? ''
	};
}

export function offsetIn(headers: Headers): number {
	if (headers.get('content-type') !== 'application/offset+octet-stream') throw new Problem('unreadable-form');
	return numberIn(headers.get('upload-offset'));
}

/** Upload-Checksum: "sha256 base64". */
export function checksumIn(headers: Headers): string | undefined {
	const given = headers.get('upload-checksum');
	if (given === null) return undefined;
	const [, base64] = /^sha256 ([A-Za-z0-9+/]{43}=)$/.exec(given) ?? [];
	if (!base64) throw new Problem('unreadable-form');
	return Buffer.from(base64, 'base64').toString('hex');
}

function metadataIn(header: string): Map<string, string> {
	const pairs = header.split(',').map((pair) => pair.trim().split(' ') as [string, string?]);
	return new Map(pairs.map(([key, value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]));
}

function numberIn(text: string | null): number {
	if (text === null || !/^\d{1,15}$/.test(text)) throw new Problem('unreadable-form');
	return Number(text);
}
