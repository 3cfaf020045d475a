import { narrowingOf } from '../narrowing.ts';

type Noted = { slug: string; reference: string; id: string };

/** Back to the note, with the filters of the list still in the address. */
export function toNote({ slug, reference, id }: Noted, { url }: { url: URL }): string {
	return `/desk/programmes/${slug}/expressions/${reference}${narrowingOf(url)}#note-${id}`;
}
