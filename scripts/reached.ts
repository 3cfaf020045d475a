import path from 'node:path';

/** Our files by their path, with what is in them. */
export type Sources = Map<string, string>;

/**
 * Every file that the roots lead to by their imports, with the shortest way there. Through a door (`index.ts`) only
 * what is named comes along: a page of applicants does not meet what the desk's pages say, though one door leads to both.
 */
export function reached(sources: Sources, roots: readonly string[]): Map<string, string[]> {
	const way = new Map<string, string[]>();
	const waiting = roots.map((file) => [file]);
	for (let next = waiting.shift(); next; next = waiting.shift()) {
		const file = next.at(-1)!;
		if (way.has(file)) continue;
		way.set(file, next);
		for (const other of askedBy(sources, file)) waiting.push([...next, other]);
	}
	return way;
}

const importing = /(import|export)\s+(?!type\b)([^'";]*?)\s*from\s*'([^']+)'|import\(?\s*'([^']+)'/g;

function askedBy(sources: Sources, file: string): string[] {
	if (isDoor(file)) return [];
	return [...sources.get(file)!.matchAll(importing)].flatMap(([, , names = '', from, alone]) => {
		const target = fileOf(sources, file, from ?? alone!);
		if (!target) return [];
		return isDoor(target) ? throughDoor(sources, target, namesIn(names, 'theirs')) : [target];
	});
}

const isDoor = (file: string) => path.basename(file) === 'index.ts';

/** "{ a, b as c }": the names as the other file calls them, or as they are handed on. */
function namesIn(names: string, whose: 'theirs' | 'handed on'): string[] {
	const all = /\{([^}]*)\}/.exec(names)?.[1]?.split(',') ?? [];
	return all
		.map((one) => one.trim())
		.filter((one) => one && !one.startsWith('type '))
		.map((one) => one.split(/\s+as\s+/).at(whose === 'theirs' ? 0 : -1)!);
}

function throughDoor(sources: Sources, door: string, names: string[]): string[] {
	const behind = [...sources.get(door)!.matchAll(importing)].flatMap(([, how, handed = '', from]) => {
		const target = how === 'export' && fileOf(sources, door, from!);
		return target ? [{ target, handed: namesIn(handed, 'handed on'), all: handed.trim() === '*' }] : [];
	});
	const found = names.flatMap((name) => {
		const has = behind.find(({ target, handed, all }) =>
			all ? says(sources, target, name) : handed.includes(name)
		);
		return has ? [has.target] : says(sources, door, name) ? [door] : [];
	});
	return [...new Set(found)].flatMap((one) =>
		isDoor(one) && one !== door ? throughDoor(sources, one, names) : [one]
	);
}

function says(sources: Sources, file: string, name: string): boolean {
	return new RegExp(`export (?:async )?(?:function|const|class) ${name}\\b`).test(sources.get(file)!);
}

/** Where a name of an import lies: "imports" in package.json. */
function fileOf(sources: Sources, asking: string, name: string): string | undefined {
	const [, root, rest] = /^#(areas|server|shared|ui|words)(?:\/(.+))?$/.exec(name) ?? [];
	const here = name.startsWith('.') ? path.posix.join(path.posix.dirname(asking), name) : undefined;
	const inRoot = [`src/${root}/${rest}/index.ts`, `src/${root}/${rest}.ts`, `src/${root}/index.ts`];
	return (here ? [here] : root ? inRoot.slice(rest ? 0 : 2) : []).find((one) => sources.has(one));
}
