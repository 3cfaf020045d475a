type Noted = { slug: string; reference: string; id: string };

/** Back to the note, with the filters of the list still in the address; the name of the action does not stay there. */
export function toNote({ slug, reference, id }: Noted, { url }: { url: URL }): string {
	const query = new URLSearchParams([...url.searchParams].filter(([name]) => !name.startsWith('/')));
	const narrowed = query.size ? `?${query.toString()}` : '';
	return `/desk/programmes/${slug}/expressions/${reference}${narrowed}#note-${id}`;
}
