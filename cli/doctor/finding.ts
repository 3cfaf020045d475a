/** fine: nothing to do. note: it works, and could be better. wrong: it does not work, or soon will not. */
export type Finding = { state: 'fine' | 'note' | 'wrong'; about: string; says: string };

export function fine(about: string, says: string): Finding {
	return { state: 'fine', about, says };
}

export function note(about: string, says: string): Finding {
	return { state: 'note', about, says };
}

export function wrong(about: string, says: string): Finding {
	return { state: 'wrong', about, says };
}
