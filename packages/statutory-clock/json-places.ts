/** On which line of a JSON text each key and item stands, so that a fault can be found. The text has been parsed already. */
export type Places = {
	/** The line of this place or, where it has none of its own, of what holds it. */
	lineOf(path: readonly (string | number)[]): number;
	/** A key that one object has twice: JSON.parse would keep the last and say nothing. */
	readonly twice: readonly { readonly key: string; readonly line: number }[];
};

type Holder = { readonly path: string; readonly isList: boolean; at: string | number; awaitsKey: boolean };

const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],\n]/gs;

export function placesIn(text: string): Places {
	const lines = new Map<string, number>();
	const twice: { key: string; line: number }[] = [];
	const holders: Holder[] = [];
	let line = 1;
	for (const [token] of text.matchAll(tokens)) {
		const holder = holders.at(-1);
		if (token === '\n') line++;
		else if (token === '{' || token === '[') holders.push(opened(token, placeIn(holder), lines, line));
		else if (token === '}' || token === ']') holders.pop();
		else if (token === ',') next(holder);
		else if (holder?.awaitsKey) {
			const key = named(holder, token);
			if (lines.has(key)) twice.push({ key: String(holder.at), line });
			lines.set(key, line);
		} else if (holder) lines.set(placeIn(holder), line);
	}
	return { twice, lineOf: (path) => nearest(lines, path) };
}

function opened(token: string, path: string, lines: Map<string, number>, line: number): Holder {
	if (!lines.has(path)) lines.set(path, line);
	const isList = token === '[';
	return { path, isList, at: isList ? 0 : '', awaitsKey: !isList };
}

function next(holder: Holder | undefined): void {
	if (holder?.isList) holder.at = Number(holder.at) + 1;
	else if (holder) holder.awaitsKey = true;
}

function named(holder: Holder, token: string): string {
	holder.at = JSON.parse(token) as string;
	holder.awaitsKey = false;
	return placeIn(holder);
}

function placeIn(holder: Holder | undefined): string {
	return holder ? pathOf([holder.path, holder.at]) : '';
}

/** Keys may hold anything, so what joins them is a character that JSON text cannot hold bare. */
function pathOf([first, ...rest]: readonly (string | number)[]): string {
	return rest.reduce<string>((path, part) => `${path}\u0000${part}`, String(first));
}

function nearest(lines: ReadonlyMap<string, number>, path: readonly (string | number)[]): number {
	for (let length = path.length; length >= 0; length--) {
		const line = lines.get(pathOf(['', ...path.slice(0, length)]));
		if (line !== undefined) return line;
	}
	return 1;
}
