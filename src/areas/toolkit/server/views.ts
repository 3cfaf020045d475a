import { firstWords, languagesOf } from '../activity.ts';
import { gapsOf, wholeOf } from '../own.ts';
import type { OwnRow, VersionRow } from './activity.sql.ts';

/** One of the host's own, for the list of the desk. */
export function ownInShort({ slug, adaptedFrom, content, edition, published, at }: OwnRow) {
	return {
		slug,
		adaptedFrom,
		title: firstWords(content).title,
		language: content.language,
		languages: languagesOf(content),
		edition,
		at,
		/** Nobody but staff reads it; everybody does; everybody reads an earlier version. */
		state: published === null ? 'draft' : published === edition ? 'published' : 'changed'
	} as const;
}
export type OwnInShort = ReturnType<typeof ownInShort>;

export function ownView(row: OwnRow) {
	const { content } = row;
	return {
		...ownInShort(row),
		content,
		first: firstWords(content),
		gaps: gapsOf(content),
		/** As everybody would read it; null while something is missing. */
		whole: wholeOf(row.slug, content) ?? null
	};
}
export type OwnView = ReturnType<typeof ownView>;

export function versionView({ edition, content, at, by }: VersionRow, names: ReadonlyMap<string, string>) {
	return { edition, at, who: by ? (names.get(by) ?? null) : null, first: firstWords(content), content };
}
export type VersionView = ReturnType<typeof versionView>;
