import type { Scope, Told, TokenView, WebhookView } from '#server/api';
import * as m from '#words';
import { moment } from '#words/accounts';

export const scopeNames: Record<Scope, () => string> = {
	'applications:read': m.api_scope_applications_read,
	'notes:read': m.api_scope_notes_read,
	'notes:write': m.api_scope_notes_write,
	'caseload:read': m.api_scope_caseload_read,
	'caseload:write': m.api_scope_caseload_write,
	'forms:read': m.api_scope_forms_read
};

export const eventNames: Record<Told, () => string> = {
	'call.published': m.api_event_call_published,
	'call.corrected': m.api_event_call_corrected,
	'call.deadline-moved': m.api_event_call_deadline_moved,
	'call.closed': m.api_event_call_closed,
	'expression.submitted': m.api_event_expression_submitted,
	'expression.withdrawn': m.api_event_expression_withdrawn,
	'expression.erased': m.api_event_expression_erased,
	'note.written': m.api_event_note_written
};

export function tokenState({ state, endsAt }: TokenView): string {
	if (state === 'revoked') return m.api_token_revoked();
	return state === 'over' ? m.api_token_over() : moment(endsAt);
}

export function webhookState({ stopped }: WebhookView): string {
	if (stopped === 'asked') return m.api_hook_stopped_asked();
	if (stopped === 'failing') return m.api_hook_stopped_failing();
	return stopped === 'left' ? m.api_hook_stopped_left() : m.api_hook_running();
}

/** "An application was sent: arrived 3pm UK time, …". What went wrong is said as programs say it: 503, too-slow. */
export function messageLine({
	event,
	arrivedAt,
	dueAt,
	status,
	trouble
}: WebhookView['last'][number]): string {
	const fared = arrivedAt
		? m.api_hook_arrived({ when: moment(arrivedAt) })
		: dueAt
			? m.api_hook_waiting({ when: moment(dueAt) })
			: m.api_hook_given_up();
	const heard = arrivedAt ? '' : (trouble ?? (status === null ? '' : String(status)));
	return `${eventNames[event]()}: ${fared}${heard ? ` (${heard})` : ''}`;
}
