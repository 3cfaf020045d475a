import { Unusable } from '#shared/problem';
import { staff, useCase, type Context } from '#server/use-case';
import { findDraft } from '../../server/call-desk.sql.ts';
import { signed } from '../../server/signed.ts';
import { ByTag, ChangeTag, InCallOnly, MakeTag, type Tag } from '../tag.schema.ts';
import { countTagged, insertTag, listTags, removeTag, saveTag } from './tag.sql.ts';

export type TagsView = { slug: string; name: string; tags: (Tag & { count: number })[] };

/** Staff see the tags of a call, each with how many have it that they may see. */
export const showTags = useCase('programmes.showTags', {
	input: InCallOnly,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run({ db, actor }, { slug }, call): Promise<TagsView> {
		const counts = await countTagged(db, actor, call.id);
		const tags = (await listTags(db, call.id)).map((tag) => ({ ...tag, count: counts.get(tag.id) ?? 0 }));
		return { slug, name: call.content.name, tags };
	}
});

/** A word that colleagues put on applications of one call. */
export const makeTag = useCase('programmes.makeTag', {
	input: MakeTag,
	on: ({ db }, { slug }) => findDraft(db, slug),
	may: staff,
	async run(context, { slug, name, colour }, call) {
		const id = await insertTag(context.db, { call: call.id, name, colour, ...signed(context) });
		if (!id) throw new Unusable({ name: 'taken' });
		await context.record('tag.made', { id, call: call.id });
		return { slug, tag: id };
	}
});

export const showTag = useCase('programmes.showTag', {
	input: ByTag,
	on: tagInCall,
	may: staff,
	async run({ db, actor }, { slug }, { call, tag }) {
		return { slug, ...tag, count: (await countTagged(db, actor, call)).get(tag.id) ?? 0 };
	}
});

/** The same tag under another name or in another colour, wherever it is. */
export const changeTag = useCase('programmes.changeTag', {
	input: ChangeTag,
	on: tagInCall,
	may: staff,
	async run({ db, record }, { slug, name, colour }, { call, tag }) {
		if (!(await saveTag(db, call, { id: tag.id, name, colour }))) throw new Unusable({ name: 'taken' });
		await record('tag.changed', { id: tag.id, call });
		return { slug };
	}
});

/** It goes from every application at once. */
export const deleteTag = useCase('programmes.deleteTag', {
	input: ByTag,
	on: tagInCall,
	may: staff,
	async run({ db, record }, { slug }, { call, tag }) {
		await removeTag(db, tag.id);
		await record('tag.deleted', { id: tag.id, call });
		return { slug };
	}
});

async function tagInCall({ db }: Context, { slug, tag }: { slug: string; tag: string }) {
	const call = await findDraft(db, slug);
	const found = call && (await listTags(db, call.id)).find(({ id }) => id === tag);
	return found && { call: call.id, tag: found };
}
