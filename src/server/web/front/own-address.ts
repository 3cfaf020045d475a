import type { IncomingHttpHeaders } from 'node:http';
import { outermost } from './forwarded.ts';
import type { Trust } from './trust.ts';

export type OwnAddress = { protocol: 'http' | 'https'; host: string };

/** Under which address this request was meant for us: PUBLIC_URL, else what a trusted proxy says, else plain http. */
export function ownAddress(headers: IncomingHttpHeaders, { publicUrl, proxies }: Trust): OwnAddress {
	if (publicUrl) return { protocol: protocolOf(publicUrl.protocol), host: publicUrl.host };
	return {
		protocol: protocolOf(outermost(headers['x-forwarded-proto'], proxies)),
		host: outermost(headers['x-forwarded-host'], proxies) ?? headers.host ?? ''
	};
}

function protocolOf(said = 'http'): 'http' | 'https' {
	return said.startsWith('https') ? 'https' : 'http';
}
