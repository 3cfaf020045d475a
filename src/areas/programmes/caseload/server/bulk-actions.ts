import type { Context } from '#server/use-case';
import * as m from '#words';
import { signed } from '../../server/signed.ts';
import {
	giveTo,
	markSpam,
	putTag,
	unmarkSpam,
	whichAreSpam,
	whichHave,
	whoHas,
	type Standing
} from './aspect.sql.ts';

/** Something that staff do to one application or to many, and can undo. */
export type BulkAction = {
	/** The word in the form: `tag`, or `tag:` and the id of which. */
	name: string;
	/** What it changes of an application: `assigned`, or `tag:` and the id. */
	aspect: (which: string | null) => string;
	/** What that becomes; null for nothing. */
	target: (which: string | null) => string | null;
	/** Its lines in the box of what to do, under a heading. */
	offers: (choices: Choices) => { group: string; lines: { which: string | null; label: string }[] };
};
export type Choices = { tags: { id: string; name: string }[]; people: { id: string; name: string }[] };

/** What can be done to many. Whoever adds a subject adds its actions here, and its aspect below. */
export const bulkActions: BulkAction[] = [
	{
		name: 'tag',
		aspect: (which) => `tag:${which}`,
		target: () => 'yes',
		offers: ({ tags }) => ({ group: m.caseload_act_tag(), lines: tags.map(asLine) })
	},
	{
		name: 'untag',
		aspect: (which) => `tag:${which}`,
		target: () => null,
		offers: ({ tags }) => ({ group: m.caseload_act_untag(), lines: tags.map(asLine) })
	},
	{
		name: 'assign',
		aspect: () => 'assigned',
		target: (which) => which,
		offers: ({ people }) => ({ group: m.caseload_act_assign(), lines: people.map(asLine) })
	},
	{
		name: 'release',
		aspect: () => 'assigned',
		target: () => null,
		offers: () => ({
			group: m.caseload_act_assign(),
			lines: [{ which: null, label: m.caseload_act_release() }]
		})
	},
	{ name: 'spam', aspect: () => 'spam', target: () => 'yes', offers: () => ofSpam(m.sorting_spam_mark()) },
	{
		name: 'unspam',
		aspect: () => 'spam',
		target: () => null,
		offers: () => ofSpam(m.sorting_spam_not_many())
	}
];

/** How something is read of applications and written to them. Writing is undone by writing what was before. */
type Aspect = {
	read: (context: Context, ids: readonly string[], which: string) => Promise<Standing>;
	write: (context: Context, ids: readonly string[], which: string, value: string | null) => Promise<void>;
};

export const aspects: Record<string, Aspect> = {
	tag: {
		read: ({ db }, ids, which) => whichHave(db, ids, which),
		write: ({ db }, ids, which, value) => putTag(db, ids, which, value !== null)
	},
	assigned: {
		read: ({ db }, ids) => whoHas(db, ids),
		write: ({ db, now }, ids, _, value) => giveTo(db, ids, value, now)
	},
	spam: {
		read: ({ db }, ids) => whichAreSpam(db, ids),
		write: (context, ids, _, value) =>
			value === null
				? unmarkSpam(context.db, ids, signed(context))
				: markSpam(context.db, ids, { why: m.sorting_spam_many_why(), ...signed(context) })
	}
};

/** "tag:…": its aspect, and which one. */
export function aspectOf(name: string): { aspect: Aspect; which: string } {
	const [kind, which = ''] = name.split(':') as [string, string?];
	return { aspect: aspects[kind]!, which };
}

function ofSpam(label: string) {
	return { group: m.sorting_spam_group(), lines: [{ which: null, label }] };
}

function asLine({ id, name }: { id: string; name: string }) {
	return { which: id, label: name };
}
