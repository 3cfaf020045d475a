/** Reading our own pages as text. They are well-formed, so a few patterns do. */

export type Control = { name: string; type: string; value: string; options: string[] };
export type Form = { action: string; method: 'get' | 'post'; multipart: boolean; controls: Control[] };

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

export function decoded(text: string): string {
	return text.replace(/&(#x[0-9a-f]+|#\d+|[a-z]+);/gi, (whole, code: string) => {
		if (code.startsWith('#x')) return String.fromCodePoint(parseInt(code.slice(2), 16));
		if (code.startsWith('#')) return String.fromCodePoint(Number(code.slice(1)));
		return entities[code] ?? whole;
	});
}

/** What a person reads: no markup, single spaces. */
export function textOf(html: string): string {
	const bare = html.replace(/<(script|style)\b.*?<\/\1>/gs, ' ').replace(/<!--.*?-->/gs, '');
	return decoded(bare.replace(/<[^>]*>/g, ' '))
		.replace(/\s+/g, ' ')
		.trim();
}

export function mainOf(html: string): string | undefined {
	return /<main\b.*?<\/main>/s.exec(html)?.[0];
}

export function linksIn(html: string): string[] {
	return [...html.matchAll(/<(?:a|link|area)\b[^>]*?\shref="([^"]*)"/g)].map((found) => decoded(found[1]!));
}

export function formsIn(html: string, address: string): Form[] {
	return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, attributes, inside]) => ({
		action: new URL(attribute(attributes!, 'action') ?? '', new URL(address, 'http://x')).href.slice(8),
		method: attribute(attributes!, 'method')?.toLowerCase() === 'post' ? 'post' : 'get',
		multipart: attribute(attributes!, 'enctype') === 'multipart/form-data',
		controls: controlsIn(inside!)
	}));
}

function controlsIn(inside: string): Control[] {
	const found = inside.matchAll(/<(input|textarea|select|button)\b([^>]*?)\/?>(?:([^]*?)<\/\1>)?/g);
	return [...found].flatMap(([, tag, attributes, content = '']) => {
		const name = attribute(attributes!, 'name');
		if (name === undefined) return [];
		const type = tag === 'input' ? (attribute(attributes!, 'type') ?? 'text') : tag!;
		const value = attribute(attributes!, 'value') ?? (tag === 'textarea' ? decoded(content) : '');
		return [{ name, type, value, options: tag === 'select' ? optionsIn(content) : [] }];
	});
}

function optionsIn(content: string): string[] {
	return [...content.matchAll(/<option\b([^>]*)>/g)].map((found) => attribute(found[1]!, 'value') ?? '');
}

function attribute(attributes: string, name: string): string | undefined {
	const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(attributes)?.[1];
	return found === undefined ? undefined : decoded(found);
}
