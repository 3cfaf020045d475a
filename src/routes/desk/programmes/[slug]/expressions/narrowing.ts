/** The filters of the list as the address has them; the name of the action does not stay there. */
export function narrowingOf({ search }: Pick<URL, 'search'>): string {
	const query = new URLSearchParams(
		[...new URLSearchParams(search)].filter(([name]) => !name.startsWith('/'))
	);
	return query.size ? `?${query.toString()}` : '';
}
