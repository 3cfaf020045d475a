/** Where the list of what is being typed up for one application is. */
export function typingHome({ call, reference }: { call: { slug: string }; reference: string }): string {
	return `/desk/programmes/${call.slug}/typing/${reference}`;
}
