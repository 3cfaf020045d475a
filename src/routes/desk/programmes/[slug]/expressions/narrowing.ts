/** The filters of the list as the address has them; the name of the action does not stay there. */
export function narrowingOf({ search }: Pick<URL, 'search'>): string {
	const query = new URLSearchParams(
		[...new URLSearchParams(search)].filter(([name]) => !name.startsWith('/'))
	);
	return query.size ? `?${query.toString()}` : '';
}

/** The same as what is asked for. */
export function filtersIn({ searchParams }: URL): Record<string, string> {
	return Object.fromEntries([...searchParams].filter(([name, value]) => !name.startsWith('/') && value));
}
