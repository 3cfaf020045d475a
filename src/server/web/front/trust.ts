/** What the server may believe of the headers that reach it. */
export type Trust = {
	/** Where people reach us, when the host said so: then nothing in a request can change it. */
	readonly publicUrl?: URL;
	/** How many proxies of the host's own stand before us; each adds one address to X-Forwarded-For. */
	readonly proxies: number;
};

export class UnclearSetting extends Error {
	override name = 'UnclearSetting';
}

/** Reads PUBLIC_URL and TRUST_PROXY. A setting that cannot be read stops the start: guessing would open a door. */
export function trustFrom(env: Record<string, string | undefined>): Trust {
	const publicUrl = env['PUBLIC_URL'] ? publicUrlFrom(env['PUBLIC_URL']) : undefined;
	return { ...(publicUrl ? { publicUrl } : {}), proxies: proxiesFrom(env['TRUST_PROXY'] ?? '') };
}

function publicUrlFrom(text: string): URL {
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search) return url;
	throw new UnclearSetting(
		`PUBLIC_URL is "${text}": it should be an address without a path, such as https://placard.example.org.`
	);
}

function proxiesFrom(text: string): number {
	if (/^\d?$/.test(text)) return Number(text);
	throw new UnclearSetting(
		`TRUST_PROXY is "${text}": it should be the number of proxies before Placard, as a rule 1.`
	);
}
