/**
 * Everything that is kept, table by table: of whom, until when, and what makes it go. `tests/kept.test.ts` holds it
 * against the database and the queries, and writes docs/kept.md from it. A new table needs its line here.
 */
export type Kept = {
	table: string;
	/** Whose facts these are. Nobody: nothing in it says anything of a person. */
	of: 'nobody' | 'applicants' | 'who asks' | 'staff' | 'the panel' | 'anybody';
	what: string;
	until: string;
	/** The file with the query that deletes or empties it; or the table with whose row it goes. Null: it stays. */
	goes: { by: string } | { with: string } | null;
};

const programmes = 'src/areas/programmes';
const together = { by: `${programmes}/together/server/person.sql.ts` };
const erasing = { by: `${programmes}/server/erasing.sql.ts` };
const ended = 'the application is deleted';
const one = (table: string, of: Kept['of'], what: string, until: string, goes: Kept['goes']): Kept => ({
	table,
	of,
	what,
	until,
	goes
});
const stays = (table: string, what: string): Kept =>
	one(table, 'nobody', what, 'as long as the site runs', null);

export const kept: readonly Kept[] = [
	one('programmes.expression', 'applicants', 'an application: its reference, what was said of eligibility, when it changed', `${ended}: a husk stays, with its call, its week and the reason`, erasing),
	one('programmes.answer', 'applicants', 'what was typed, and what it means', `the day that its question says, or ${ended}`, erasing),
	one('programmes.former_answer', 'applicants', 'what an answer said before', ended, erasing),
	one('programmes.transcript', 'applicants', 'what staff wrote down of a recording', 'its recording goes', erasing),
	one('programmes.note', 'applicants', 'notes of staff beside an application', `${ended}, or its author deletes it`, erasing),
	one('programmes.extension', 'applicants', 'more time, and why', ended, erasing),
	one('programmes.typist', 'staff', 'who typed up a paper', ended, erasing),
	one('programmes.told', 'applicants', 'that somebody was written, once', ended, erasing),
	one('programmes.submission', 'applicants', 'when it was sent', `${ended}: the week stays`, erasing),
	one('programmes.withdrawal', 'applicants', 'when it was withdrawn', `${ended}: the week stays`, erasing),
	one('programmes.return_code', 'applicants', 'verifiers of return codes', ended, { by: `${programmes}/server/return-code.sql.ts` }),
	one('programmes.device', 'applicants', 'verifiers of browsers in which it is open', '30 days after its last use', { by: `${programmes}/server/return-code.sql.ts` }),
	one('programmes.co_applicant', 'applicants', 'who writes an application together, and the address of their invitation', `${ended}; the address when they decline, leave or are taken off`, together),
	one('programmes.co_comment', 'applicants', 'what they write to one another beside an answer', `${ended}, or whoever wrote it deletes it`, { with: 'programmes.co_applicant' }),
	one('programmes.hand_over', 'applicants', 'who was to lead an application next, and why staff decided so', ended, { with: 'programmes.co_applicant' }),
	one('programmes.presence', 'applicants', 'which page one of them looked at last', 'minutes', together),
	one('programmes.earlier_text', 'applicants', 'what an answer said, for those who write it together', ended, together),
	one('programmes.reopening', 'applicants', 'what staff asked for more', ended, erasing),
	one('programmes.reopening_until', 'applicants', 'until when', ended, { with: 'programmes.reopening' }),
	one('programmes.reopened_question', 'applicants', 'which questions', ended, { with: 'programmes.reopening' }),
	one('programmes.reopening_end', 'applicants', 'how it ended', ended, { with: 'programmes.reopening' }),
	one('programmes.spam_mark', 'applicants', 'that a person took it for spam, and why', ended, erasing),
	one('programmes.merging', 'applicants', 'which of two stands', ended, erasing),
	stays('programmes.alike_decision', 'that staff decided on a whole group that looked alike'),
	one('programmes.not_same', 'applicants', 'that two are not the same', ended, erasing),
	one('programmes.interview_invitation', 'applicants', 'that somebody was invited to an interview, and what they said', ended, erasing),
	one('programmes.interview_choice', 'applicants', 'which time they chose', ended, { with: 'programmes.interview_invitation' }),
	one('programmes.interview_note', 'applicants', 'notes of who interviewed them', ended, { with: 'programmes.interview_invitation' }),
	one('programmes.decision', 'applicants', 'what staff decided, until it is released', `it is released, or ${ended}`, { by: `${programmes}/release/server/decision.sql.ts` }),
	one('programmes.outcome', 'applicants', 'what an applicant was told', `${ended}: offer, reserve or not stays`, { by: `${programmes}/release/server/release.sql.ts` }),
	one('programmes.offer', 'applicants', 'that a place was offered, until when', ended, { by: `${programmes}/release/server/offer.sql.ts` }),
	one('programmes.offer_end', 'applicants', 'what became of it, and words of who declined', ended, { with: 'programmes.offer' }),
	one('programmes.landscape_line', 'applicants', 'with their consent, one anonymous line', `they take it back or delete the application; deleted by the clock, it stays and leads to nobody`, { by: `${programmes}/release/server/landscape.sql.ts` }),
	one('programmes.place', 'applicants', 'that a place was accepted, and whether it was given back', 'as long as the site runs: once the application is deleted it leads to nobody', null),
	stays('programmes.cohort', 'cohorts'),
	stays('programmes.release', 'when it was released, until when to answer, the numbers and reasons that are published'),
	stays('programmes.release_told', 'that staff were told of a day'),
	stays('programmes.delay', 'what staff wrote to all who waited'),
	stays('programmes.decision_words', 'what the host writes in letters'),
	stays('programmes.interview_slot', 'times that were offered'),
	stays('forms.form', 'forms as they are being written'),
	stays('forms.version', 'forms as they were published'),
	one('programmes.card', 'applicants', 'the words by which it is found', `${ended}, or it is withdrawn`, { by: `${programmes}/caseload/server/card.sql.ts` }),
	one(
		'programmes.card_word',
		'applicants',
		'the words of its card that no other card has',
		'its card goes',
		{ with: 'programmes.card' }
	),
	one('programmes.tagging', 'applicants', 'tags on it', ended, { by: `${programmes}/caseload/server/deed.sql.ts` }),
	one('programmes.assignment', 'staff', 'whose it is', ended, { by: `${programmes}/caseload/server/deed.sql.ts` }),
	one('programmes.deed_change', 'applicants', 'what a bulk act changed of it', ended, { by: `${programmes}/caseload/server/deed.sql.ts` }),
	one('programmes.question', 'who asks', 'a question about a call, and an address for the answer', 'a stated time after the answer', { by: `${programmes}/questions/server/question.sql.ts` }),
	one('programmes.question_end', 'who asks', 'how it was answered', 'the question goes', { with: 'programmes.question' }),
	one('programmes.request', 'applicants', 'that somebody asked for a copy or deletion, and how staff knew them', 'two years after the answer', { by: `${programmes}/keeping/server/request.sql.ts` }),
	one('programmes.equality_ballot', 'applicants', 'that one was handed out: it names nobody', 'a day', { by: `${programmes}/server/equality.sql.ts` }),
	one('programmes.pack', 'staff', 'that they asked for a pack to print, and of which', 'an hour after it is ready', { by: `${programmes}/packs/server/pack.sql.ts` }),
	one('programmes.arranger', 'staff', 'who arranges access for a call', 'they are dismissed', { by: `${programmes}/server/arranger.sql.ts` }),
	one('programmes.digest', 'staff', 'that they were written a summary on a day', '60 days', { by: `${programmes}/caseload/server/digest.sql.ts` }),
	one('programmes.digest_choice', 'staff', 'how often they want a summary', 'they leave', { by: `${programmes}/caseload/server/digest.sql.ts` }),
	one('programmes.saved_filter', 'staff', 'a narrowing of the list', 'its owner deletes it', { by: `${programmes}/caseload/server/saved-filter.sql.ts` }),
	one('programmes.seat', 'the panel', 'who sits on the panel of a call, and what they read', 'as long as the call is kept: without the account it leads to nobody', null),
	one('programmes.tie', 'the panel', 'whom somebody on the panel is tied to', 'a month after the release, or after the seat ended', { by: `${programmes}/panel/server/seat.sql.ts` }),
	one('programmes.conflict', 'applicants', 'who must not read it, and why', ended, erasing),
	one('programmes.eligibility_check', 'applicants', 'whether it is one that the call asked for', ended, erasing),
	one('programmes.redaction', 'applicants', 'what the panel reads in place of an answer', ended, erasing),
	stays('programmes.panel_phase', 'when each phase of choosing began'),
	stays('programmes.erasing', 'receipts: when something was deleted'),
	stays('programmes.erased', 'receipts: how many of what'),
	stays('programmes.equality_count', 'how often each answer was chosen'),
	stays('programmes.deed', 'that staff did something to many at once'),
	stays('programmes.tag', 'the tags of a call'),
	stays('programmes.answer_for_all', 'answers that were published'),
	stays('programmes.answer_taken_down', 'answers taken down'),
	stays('programmes.programme', 'programmes'),
	stays('programmes.call', 'calls as they are being written'),
	stays('programmes.version', 'calls as they were published'),
	stays('programmes.closure', 'calls closed early'),
	stays('programmes.archival', 'calls put away'),
	stays('programmes.form_removal', 'what staff took away from a form, to be put back'),
	one('programmes.finding_aside', 'staff', 'why a finding about a form was left as it is', 'somebody looks at it again', { by: `${programmes}/builder/server/aside.sql.ts` }),
	stays('forms.form', 'forms as they are being written'),
	stays('forms.version', 'forms as they were published'),
	one('files.file', 'anybody', 'a file, its name and what it is', 'what it belongs to goes', { by: 'src/server/files/file.sql.ts' }),
	one('files.upload', 'anybody', 'a file on its way', 'it has come, or a day passed', { by: 'src/server/files/uploads/upload.sql.ts' }),
	one('files.piece', 'anybody', 'a piece of it', 'the upload goes', { with: 'files.upload' }),
	one('mail.letter', 'anybody', 'to whom and about what was written', 'MAIL_KEEP_DAYS (90), or what it is about goes', { by: 'src/server/mail/forget.sql.ts' }),
	one('mail.copy', 'anybody', 'the words of a letter, without its secrets', 'as its letter', { by: 'src/server/mail/forget.sql.ts' }),
	one('mail.attempt', 'anybody', 'what the mail server said', 'as its letter', { by: 'src/server/mail/forget.sql.ts' }),
	one('mail.bounce', 'anybody', 'what came back', 'as its letter', { by: 'src/server/mail/forget.sql.ts' }),
	one('mail.hold', 'staff', 'who held it back', 'it is released', { by: 'src/server/mail/outbox.sql.ts' }),
	stays('mail.again', 'that a letter was sent again'),
	one('identity.person', 'staff', 'a name and an address', 'two years after the last role ended and the last time they signed in', { by: 'src/server/identity/leaving.sql.ts' }),
	one('identity.passkey', 'staff', 'a key', 'its owner removes it', { by: 'src/server/identity/factors/passkeys.sql.ts' }),
	one('identity.app', 'staff', 'a sealed secret', 'its owner removes it', { by: 'src/server/identity/factors/apps.sql.ts' }),
	one('identity.recovery_code', 'staff', 'verifiers', 'new ones are made', { by: 'src/server/identity/factors/recovery-codes.sql.ts' }),
	one('identity.session', 'staff', 'a browser', '12 hours unused, or 14 days', { by: 'src/server/identity/sessions.sql.ts' }),
	one('identity.sign_in', 'staff', 'that a link was asked for', 'two days', { by: 'src/server/identity/sign-in.sql.ts' }),
	one('identity.challenge', 'staff', 'a question to a key', 'minutes', { by: 'src/server/identity/factors/passkeys.sql.ts' }),
	one('identity.appointment', 'staff', 'a role and its dates', 'the account is forgotten', { with: 'identity.person' }),
	one('identity.invitation', 'staff', 'who was invited', 'it is accepted or withdrawn: then its address goes', { by: 'src/server/identity/roles/invitations.sql.ts' }),
	one('identity.reset', 'staff', 'that a second factor was to be reset', 'it is decided', { by: 'src/server/identity/roles/resets.sql.ts' }),
	one('identity.attempt', 'anybody', 'hashes by which tries are counted', 'a day', { by: 'src/server/identity/attempts.sql.ts' }),
	stays('identity.first_link', 'the link of an empty house'),
	one('api.token', 'staff', 'a verifier, scopes, last use', 'a year after its end', { by: 'src/server/api/tokens/token.sql.ts' }),
	one('api.answered', 'staff', 'what a program was answered: ids', 'a day', { by: 'src/server/api/answered.sql.ts' }),
	one('api.webhook', 'staff', 'an address that is told', 'a month after it stopped', { by: 'src/server/api/webhooks/webhook.sql.ts' }),
	one('api.delivery', 'nobody', 'what was told: ids', 'a month', { by: 'src/server/api/webhooks/webhook.sql.ts' }),
	one('house.event', 'anybody', 'what happened: ids, and which account did it', 'as long as the site runs: once the rest has gone its ids lead to nobody', null),
	stays('site.host', 'what the host says of itself'),
	stays('site.logo', 'its logo'),
	stays('site.accent', 'its colour'),
	stays('site.wording', 'its words')
]; // prettier-ignore
