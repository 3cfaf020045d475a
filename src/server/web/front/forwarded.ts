/**
 * What the outermost of `proxies` of the host's own wrote. Each adds to the end, so what stands further left was
 * written by the visitor and says nothing.
 */
export function outermost(header: string | string[] | undefined, proxies: number): string | undefined {
	const written = [header]
		.flat()
		.join(',')
		.split(',')
		.map((part) => part.trim())
		.filter(Boolean);
	return proxies > 0 ? (written.at(-proxies) ?? written[0]) : undefined;
}
