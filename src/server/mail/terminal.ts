import { inTransaction, type Db } from '#server/db';
import { house } from '#shared/actor';
import { compose, type Wording } from './compose.ts';
import { beginAttempt, endAttempt, keepCopy, nextDue, takeTurn } from './post.sql.ts';
import { templateCalled } from './templates.ts';

/**
 * Without a post office, a link by which staff sign in goes to whoever looks at the server's own terminal: for trying
 * Placard out, and for the first administrator. All other letters wait, and are read in the outbox: what applicants
 * wrote and the codes that open it are for nobody's journal.
 */
export async function showOnTerminal(letter: string): Promise<void> {
	const shown = await inTransaction((db) => show(db, letter, new Date()));
	if (shown) process.stdout.write(shown);
}

async function show(db: Db, id: string, now: Date): Promise<string | undefined> {
	await takeTurn(db);
	const letter = await nextDue(db, { letter: id, urgentOnly: false, now, lostBefore: new Date(0) });
	if (!letter || !templateCalled(letter.template)?.onTerminal) return undefined;
	const composed = await compose({ db, actor: house, now }, letter);
	if (!composed) return undefined;
	await beginAttempt(db, letter, now);
	await endAttempt(db, letter, { at: now, outcome: 'shown' });
	await keepCopy(db, id, composed.kept, now);
	return onPaper(letter.address, composed.sent);
}

/** The terminal may end up in a journal: the address is only hinted at. */
function onPaper(address: string, { subject, text }: Wording): string {
	const hint = address.replace(/^(.).*@/, '$1…@');
	const body = text.trim().replace(/^/gm, '  ');
	return `\nA letter for ${hint}, shown here because SMTP_URL is not set:\n  ${subject}\n\n${body}\n\n`;
}
