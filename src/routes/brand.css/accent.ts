/** The host's own colour, as chosen on the desk. None has been chosen as long as nothing asks for one. */
export async function hostAccent(): Promise<string | undefined> {
	return undefined;
}
