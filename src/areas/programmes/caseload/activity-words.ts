import * as m from '#words';

/** What a sentence is made of: who, of what (a reference, or how many), and to whom or with which word. */
export type Parts = { who: string; what: string; more: string };
type Sentence = (parts: Parts) => string;

/** What happened to one application, as a sentence. Whoever records something else that staff may know adds it here. */
export const ofOne: Record<string, Sentence> = {
	'expression.submitted': m.caseload_it_sent,
	'expression.typed-up': m.caseload_it_typed_up,
	'expression.taken-over': m.caseload_it_taken_over,
	'expression.extended': m.caseload_it_extended,
	'note.written': m.caseload_it_note,
	'transcript.written': m.transcripts_happened,
	'note.changed': m.caseload_it_note_changed,
	'note.deleted': m.caseload_it_note_deleted,
	'expression.more-asked': m.caseload_it_more_asked,
	'expression.more-moved': m.caseload_it_more_moved,
	'expression.more-withdrawn': m.caseload_it_more_withdrawn,
	'expression.more-ended': m.caseload_it_more_ended,
	'expression.merged': m.caseload_it_merged,
	'expression.unmerged': m.caseload_it_unmerged,
	'interview.invited': m.caseload_it_invited,
	'interview.chosen': m.caseload_it_chosen,
	'interview.booked': m.caseload_it_booked,
	'interview.declined': m.caseload_it_declined,
	'interview.withdrawn': m.caseload_it_uninvited,
	'interview.cancelled': m.caseload_it_cancelled,
	'decision.made': m.release_it_made,
	'decision.changed': m.release_it_changed,
	'decision.taken-back': m.release_it_taken_back,
	'decision.held': m.release_it_held,
	'decision.released': m.release_it_released,
	'offer.accepted': m.release_it_accepted,
	'offer.declined': m.release_it_declined,
	'offer.lapsed': m.release_it_lapsed,
	'offer.moved-up': m.release_it_up,
	'offer.closed': m.release_it_closed,
	'reserve.ended': m.release_it_reserve_ended
};

/** What happened to the call itself. */
export const ofCall: Record<string, Sentence> = {
	'call.published': m.caseload_it_published,
	'call.corrected': m.caseload_it_corrected,
	'call.deadline-moved': m.caseload_it_moved,
	'call.closed': m.caseload_it_closed,
	'call.reopened': m.caseload_it_reopened,
	'call.archived': m.caseload_it_archived,
	'call.restored': m.caseload_it_restored,
	'call.expressions-exported': m.caseload_it_exported,
	'release.made': m.release_it_release,
	'release.delay-told': m.release_it_delay,
	'interview.slots-offered': m.caseload_it_offered,
	'question.asked': m.caseload_it_question,
	'question.answered': m.caseload_it_answered,
	'question.answered-privately': m.caseload_it_answered_privately,
	'question.taken-down': m.caseload_it_taken_down
};

const deeds: Record<string, Sentence> = {
	tagged: m.caseload_it_tagged,
	untagged: m.caseload_it_untagged,
	assigned: m.caseload_it_assigned,
	released: m.caseload_it_released,
	spam: m.caseload_it_spam,
	unspam: m.caseload_it_unspam,
	undone: m.caseload_it_undone
};

export function sentenceFor(name: string, parts: Parts): string {
	return (ofOne[name] ?? ofCall[name] ?? deeds[name] ?? (() => ''))(parts);
}
