import * as m from '#words';
import { differenceSentences } from '../board/board-words.ts';
import type { RecordLine } from './server/record.ts';

/**
 * What the decision record says of each event: everything by which a choice came about. Whoever records something that
 * led to it adds a line here.
 */
export const recordSentences: Record<string, () => string> = {
	'seat.offered': m.record_it_seat_offered,
	'seat.taken': m.record_it_seat_taken,
	'seat.declined': m.record_it_seat_declined,
	'seat.ended': m.record_it_seat_ended,
	'seat.ties-declared': m.record_it_seat_ties_declared,
	'conflict.declared': m.record_it_conflict_declared,
	'conflict.pinned': m.record_it_conflict_pinned,
	'conflict.cleared': m.record_it_conflict_cleared,
	'panel.phases-planned': m.record_it_panel_phases_planned,
	'panel.phase-begun': m.record_it_panel_phase_begun,
	'panel.read': m.record_it_panel_read,
	'eligibility.checked': m.record_it_eligibility_checked,
	'answer.redacted': m.record_it_answer_redacted,
	'answer.redaction-undone': m.record_it_answer_redaction_undone,
	'readings.shared-out': m.record_it_readings_shared_out,
	'reading.chosen': m.record_it_reading_chosen,
	'reading.returned': m.record_it_reading_returned,
	'reader.reminded': m.record_it_reader_reminded,
	'review.begun': m.record_it_review_begun,
	'review.in': m.record_it_review_in,
	'review.abstained': m.record_it_review_abstained,
	'flag.raised': m.record_it_flag_raised,
	'flag.stopped': m.record_it_flag_stopped,
	'flag.resolved': m.record_it_flag_resolved,
	'board.asked': m.record_it_board_asked,
	'board.solved': m.record_it_board_solved,
	'board.stopped': m.record_it_board_stopped,
	'board.seen': m.record_it_board_seen,
	'board.cohort-taken': m.record_it_board_cohort_taken,
	'board.voice-given': m.record_it_board_voice_given,
	'draw.committed': m.record_it_draw_committed,
	'draw.drawn': m.record_it_draw_drawn,
	'draw.voided': m.record_it_draw_voided,
	'decisions.as-chosen': m.record_it_decisions_as_chosen,
	'decision.made': m.record_it_decision_made,
	'decision.changed': m.record_it_decision_changed,
	'decision.taken-back': m.record_it_decision_taken_back,
	'decision.held': m.record_it_decision_held,
	'decision.released': m.record_it_decision_released,
	'release.made': m.record_it_release_made,
	'release.reasons-written': m.record_it_release_reasons_written,
	'release.words-written': m.record_it_release_words_written,
	'release.delay-told': m.record_it_release_delay_told,
	'offer.accepted': m.record_it_offer_accepted,
	'offer.declined': m.record_it_offer_declined,
	'offer.lapsed': m.record_it_offer_lapsed,
	'offer.moved-up': m.record_it_offer_moved_up,
	'offer.closed': m.record_it_offer_closed,
	'reserve.ended': m.record_it_reserve_ended,
	'cohort.full': m.record_it_cohort_full,
	'place.accepted': m.record_it_place_accepted,
	'place.ended': m.record_it_place_ended
};

/** What happened; of a group that was taken, with what in force, and why. */
export function recordSaid({ name, taken }: Pick<RecordLine, 'name' | 'taken'>): string[] {
	const sentence = recordSentences[name]?.() ?? name;
	if (!taken) return [sentence];
	const differs = differenceSentences(taken.differs);
	return [
		sentence,
		...(differs.length ? [m.board_taken_differs(), ...differs] : []),
		m.board_taken_why({ why: taken.why }),
		...(taken.weightsWhy ? [m.board_taken_weights({ why: taken.weightsWhy })] : [])
	];
}
