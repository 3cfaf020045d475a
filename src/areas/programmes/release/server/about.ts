/** What an event of a decision is about: whose it is, and the call in whose activity staff read of it. */
export function about({ id, call }: { id: string; call: string }) {
	return { id, expression: id, call };
}
