import * as v from 'valibot';
import { publicAddressFor } from '#areas/campaigns';
import { namesOf } from '#server/identity';
import { nothing, staff, useCase, type Context } from '#server/use-case';
import { Problem, Unusable } from '#shared/problem';
import { ourActivities } from '../activities/index.ts';
import { firstWords } from '../activity.ts';
import { adaptedDraft, blankDraft, revised, translated, wholeOf } from '../own.ts';
import {
	BeginActivity,
	ByEdition,
	ByOwn,
	InLanguage,
	ReviseActivity,
	TranslateActivity
} from '../own.schema.ts';
import {
	deleteOwn,
	findOwn,
	holdOwn,
	insertOwn,
	insertPublication,
	insertVersion,
	listAddresses,
	listOwn,
	listVersions,
	withdrawAll,
	type OwnRow
} from './activity.sql.ts';
import { givenToAll } from './given.ts';
import { ownInShort, ownView, versionView } from './views.ts';

/** Staff see the host's own cards, and ours to begin from. */
export const listOwnActivities = useCase('toolkit.listOwnActivities', {
	input: v.object({}),
	on: nothing,
	may: staff,
	run: async ({ db }) => ({
		own: (await listOwn(db)).map(ownInShort),
		ours: ourActivities.map((one) => ({ slug: one.slug, title: firstWords(one).title }))
	})
});

/** Staff see one of them as it is being written, what it lacks, and in which languages it is. */
export const showOwnActivity = useCase('toolkit.showOwnActivity', {
	input: ByOwn,
	on: own,
	may: staff,
	run: async ({ db }, _, row) => ({
		...ownView(row),
		from: (await givenToAll(db)).find(({ activity }) => activity.slug === row.adaptedFrom)?.activity ?? null
	})
});

/** Staff begin a card: from nothing, or from one that everybody may read. Its licence is kept, and where it is from. */
export const beginActivity = useCase('toolkit.beginActivity', {
	input: BeginActivity,
	on: nothing,
	may: staff,
	async run(context, { title, from, language }) {
		const { db, record } = context;
		const given = from ? (await givenToAll(db)).find(({ activity }) => activity.slug === from) : undefined;
		if (from && !given) throw new Problem('not-found');
		if (!given && !title) throw new Unusable({ title: 'missing' });
		const content = given ? adaptedDraft(given.activity, title) : blankDraft(title, language);
		const slug = publicAddressFor(latin(firstWords(content).title), await taken(context));
		const id = await insertOwn(db, { slug, adaptedFrom: given ? from : null, content, ...signed(context) });
		await record('activity.begun', { id });
		return { slug };
	}
});

/** Staff change what it says. Of two who write at once the second is told, and loses nothing. */
export const reviseActivity = useCase('toolkit.reviseActivity', {
	input: ReviseActivity,
	on: held,
	may: staff,
	async run(context, { activity, edition, ...input }, row) {
		if (edition !== row.edition) throw new Problem('activity-edited-meanwhile');
		const content = revised(row.content, input, row.adaptedFrom !== null);
		await keep(context, row, content);
		return { slug: activity };
	}
});

/** Staff say it in another language. */
export const translateActivity = useCase('toolkit.translateActivity', {
	input: TranslateActivity,
	on: held,
	may: staff,
	async run(context, { activity, edition, ...input }, row) {
		if (input.language === row.content.language) throw new Problem('not-found');
		if (edition !== row.edition) throw new Problem('activity-edited-meanwhile');
		await keep(context, row, translated(row.content, input));
		return { slug: activity };
	}
});

/** Staff see it in one language beside the first. */
export const showTranslation = useCase('toolkit.showTranslation', {
	input: InLanguage,
	on: own,
	may: staff,
	run(_, { language }, row) {
		if (language === row.content.language) throw new Problem('not-found');
		return { ...ownView(row), to: language, said: row.content.words[language] ?? null };
	}
});

/** Staff let everybody read the version that they looked at, once nothing is missing. */
export const publishActivity = useCase('toolkit.publishActivity', {
	input: ByEdition,
	on: held,
	may: staff,
	async run(context, { activity, edition }, row) {
		if (edition !== row.edition) throw new Problem('activity-edited-meanwhile');
		if (!wholeOf(row.slug, row.content)) throw new Problem('activity-not-whole');
		if (row.published === edition) return { slug: activity };
		await insertPublication(context.db, row.id, { edition, ...signed(context) });
		await context.record('activity.published', { id: row.id, edition });
		return { slug: activity };
	}
});

/** Staff take it back: nobody but staff reads it. Its versions stay. */
export const withdrawActivity = useCase('toolkit.withdrawActivity', {
	input: ByOwn,
	on: held,
	may: staff,
	async run(context, { activity }, row) {
		if (row.published === null) return { slug: activity };
		await withdrawAll(context.db, row.id, signed(context));
		await context.record('activity.withdrawn', { id: row.id });
		return { slug: activity };
	}
});

/** Staff delete a card that nobody may read, with everything it ever said. */
export const deleteActivity = useCase('toolkit.deleteActivity', {
	input: ByOwn,
	on: held,
	may: staff,
	async run({ db, record }, _, row) {
		if (row.published !== null) throw new Problem('activity-published');
		await deleteOwn(db, row.id);
		await record('activity.deleted', { id: row.id });
	}
});

/** Staff see everything that it ever said, the newest first. */
export const showVersions = useCase('toolkit.showVersions', {
	input: ByOwn,
	on: own,
	may: staff,
	async run(context, _, row) {
		const versions = await listVersions(context.db, row.id);
		const people = versions.flatMap(({ by }) => (by ? [by] : []));
		const names = await namesOf(context, people);
		return { ...ownInShort(row), versions: versions.map((one) => versionView(one, names)) };
	}
});

/** Staff go back to what it said before: as a new version, so that nothing is lost. */
export const restoreVersion = useCase('toolkit.restoreVersion', {
	input: ByEdition,
	on: held,
	may: staff,
	async run(context, { activity, edition }, row) {
		const wanted = (await listVersions(context.db, row.id)).find((one) => one.edition === edition);
		if (!wanted) throw new Problem('not-found');
		await keep(context, row, wanted.content);
		return { slug: activity };
	}
});

async function own({ db }: Context, { activity }: v.InferOutput<typeof ByOwn>) {
	return findOwn(db, activity);
}

async function held({ db }: Context, { activity }: v.InferOutput<typeof ByOwn>) {
	return holdOwn(db, activity);
}

type Recording = Context & { record: (event: string, details: { id: string }) => Promise<void> };

async function keep(context: Recording, { id, edition }: OwnRow, content: OwnRow['content']): Promise<void> {
	await insertVersion(context.db, id, { edition: edition + 1, content, ...signed(context) });
	await context.record('activity.revised', { id });
}

function signed({ actor, now }: Context): { by: string | null; at: Date } {
	return { by: actor.kind === 'person' ? actor.id : null, at: now };
}

/** A page of the toolkit has its own address already. */
async function taken({ db }: Context): Promise<string[]> {
	return ['path', 'new', ...ourActivities.map(({ slug }) => slug), ...(await listAddresses(db))];
}

/** A title without any Latin letter is an activity like others. */
function latin(title: string): string {
	return /[a-z]/i.test(title) ? title : 'activity';
}
