import * as m from '#words';

/** Every field of a question's page by its name, in the order of the page: for what is wrong, and for what differs. */
export function editorLabels(): Record<string, string> {
	return {
		'q.label': m.builder_field_label(),
		'q.help': m.builder_field_help(),
		'q.kind': m.builder_field_kind(),
		'q.maxWords': m.builder_field_max_words(),
		'q.options': m.builder_field_options(),
		'q.optionsFrom': m.builder_field_list(),
		'q.atMost': m.builder_field_at_most(),
		'q.first': m.builder_field_first(),
		'q.reason': m.builder_field_reason(),
		'q.least': m.builder_field_least(),
		'q.most': m.builder_field_most(),
		'q.accept': m.builder_field_accept(),
		'q.media': m.builder_field_media(),
		'q.mostMegabytes': m.builder_field_megabytes(),
		'q.mostMinutes': m.builder_field_minutes(),
		'q.required': m.builder_field_required(),
		'q.seenBy': m.builder_field_seen_by(),
		'q.neededBy': m.builder_field_needed_by(),
		'q.keptMonths': m.builder_field_kept_months(),
		'q.keptFor': m.builder_field_kept_for(),
		'q.personal': m.builder_field_personal(),
		'q.purpose': m.builder_field_purpose(),
		'q.unless': m.builder_field_unless(),
		'q.whenMissing': m.builder_field_when_missing()
	};
}
