// Which sentences an applicant, contributor or visitor can meet, and which only staff do. `node scripts/who-reads.ts`
// counts them by family; `… es` lists what is not said in Spanish; `… apply_start_title` tells by which way it is met.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { reached, type Sources } from './reached.ts';

/**
 * Every sentence that can be met outside the desk, with the way there, told by the imports so that nobody keeps a list.
 * A file of letters that only staff and the panel get says so (`words: for staff`).
 * A sentence that the code picks by a word (`words: problem_*`) is met wherever that is done.
 */
export function readByEverybody(sources: Sources, keys: readonly string[]): Map<string, string> {
	const met = new Map<string, string>();
	for (const [file, way] of reached(sources, [...sources.keys()].filter(isForEverybody))) {
		if (sources.get(file)!.includes('words: for staff')) continue;
		const { said, picked } = saidIn(sources.get(file)!);
		for (const key of keys)
			if (!met.has(key) && (said.has(key) || picked.some((prefix) => key.startsWith(prefix))))
				met.set(key, way.join(' → '));
	}
	return met;
}

/** Pages outside the desk and the rooms of a panel or a campaign (and outside the gallery, and what programs of staff ask); what answers before there is a page; and what follows events, since it writes the letters. */
function isForEverybody(file: string): boolean {
	if (file.startsWith('src/routes/')) return !/^src\/routes\/(desk|panel|workspace|ui|api)\//.test(file);
	return /^src\/hooks|^src\/server\/web\/front\/|\/jobs\.ts$/.test(file);
}

function saidIn(text: string): { said: Set<string>; picked: string[] } {
	const named = [...text.matchAll(/\bm\.([a-z]\w+)|['"]([a-z]+_\w+)['"]/g)];
	return {
		said: new Set(named.map(([, called, quoted]) => (called ?? quoted)!)),
		picked: [...text.matchAll(/words: ([a-z_]+_)\*/g)].map(([, prefix]) => prefix!)
	};
}

export function ourSources(): Sources {
	const files = globSync('src/**/*.{ts,svelte}').map((one) => one.replaceAll(path.sep, '/'));
	const ours = files.filter((one) => !/\.test\.ts$|^src\/words\/generated\//.test(one));
	return new Map(ours.map((one) => [one, readFileSync(one, 'utf8')]));
}

export function messagesIn(locale: string): Record<string, unknown> {
	const files = globSync(`messages/*.${locale}.json`).map((file) => readFileSync(file, 'utf8'));
	return Object.assign({}, ...files.map((text) => JSON.parse(text))) as Record<string, unknown>;
}

function tell(asked: string[]): void {
	const keys = Object.keys(messagesIn('en'));
	const met = readByEverybody(ourSources(), keys);
	for (const one of asked)
		if (keys.includes(one)) console.log(`${one}: ${met.get(one) ?? 'staff only'}`);
		else for (const key of [...met.keys()].filter((key) => !(key in messagesIn(one)))) console.log(key);
	if (!asked.length)
		for (const [family, all] of Map.groupBy(keys, (key) => key.split('_')[0]!))
			console.log(
				`${family}: ${all.filter((key) => met.has(key)).length} for everybody, ${all.filter((key) => !met.has(key)).length} for staff`
			);
}

if (import.meta.main) tell(process.argv.slice(2));
