/** What an event of an interview is about: the invitation, whose it is, and the call in whose activity it is told. */
export function about(invitation: string, { id, call }: { id: string; call: string }) {
	return { id: invitation, expression: id, call };
}
