import type { EntryRow } from '#ui';
import * as m from '#words';
import { shortDate } from '#words/dates';
import { assignedSentence } from '../../caseload/deed-words.ts';
import { queryOf, type Chosen } from '../../expression-list.schema.ts';
import { stateWords, wayWords } from '../../expression-list-words.ts';
import type { Entry } from '../../server/expression-list-views.ts';

type Where = { home: string; chosen: Chosen; call: { zone: string }; ticked: readonly string[] };

/** One expression as a line of the list; its link carries the filters along, so that "next" goes through them. */
export function entryRow(entry: Entry, { home, chosen, call, ticked }: Where): EntryRow {
	const { reference, name, kind, stage, region, sentAt, excerpt } = entry;
	return {
		href: `${home}/${reference}${queryOf(chosen)}`,
		title: name,
		...(name === reference ? {} : { code: reference }),
		lines: [
			{ name: m.desk_entry_community(), text: entry.community },
			{ name: m.desk_entry_change(), text: entry.change }
		].filter(({ text }) => text),
		...(excerpt
			? { excerpt: { name: m.caseload_found_in({ question: excerpt.name }), pieces: excerpt.pieces } }
			: {}),
		facts: [kind, stage, region].filter(Boolean),
		...(sentAt ? { at: { instant: sentAt, words: shortDate(sentAt, call.zone) } } : {}),
		...notesOf(entry),
		...(entry.state === 'sent'
			? {
					pick: {
						form: 'bulk',
						value: reference,
						label: m.caseload_pick({ name }),
						isTicked: ticked.includes(reference)
					}
				}
			: {}),
		labels: entry.case.tags,
		tags: tagsOf(entry)
	};
}

function notesOf({ way, case: { assigned } }: Entry): Pick<EntryRow, 'note' | 'who'> {
	return {
		...(way === 'web' ? {} : { note: wayWords(way) }),
		...(assigned ? { who: assignedSentence(assigned) } : {})
	};
}

function tagsOf({ state, recording, changed, notes }: Entry): EntryRow['tags'] {
	return [
		...(state === 'typing' ? [{ text: stateWords(state), look: 'solid' as const }] : []),
		...(recording ? [{ text: m.desk_entry_recording() }] : []),
		...(changed ? [{ text: m.desk_entry_changed() }] : []),
		...(notes ? [{ text: m.desk_entry_notes({ count: notes }), look: 'loud' as const }] : [])
	];
}
