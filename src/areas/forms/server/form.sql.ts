import type { Db } from '#server/db';
import type { StoredForm } from '../question.ts';

/** A form as it is being written. */
export type DraftForm = {
	id: string;
	content: StoredForm;
	/** Rises with every save. */
	edition: number;
	changedAt: Date;
	changedBy: string | null;
};
/** A form as it was published. It is never changed. */
export type FormVersion = VersionLine & { content: StoredForm };
export type VersionLine = {
	id: string;
	form: string;
	number: number;
	publishedAt: Date;
	publishedBy: string | null;
};
type Signed = { at: Date; by: string | null };

export async function insertForm(db: Db, content: StoredForm, { at, by }: Signed): Promise<string> {
	const [row] = await db<{ id: string }[]>`
		insert into forms.form (content, changed_at, changed_by) values (${json(content)}, ${at}, ${by}) returning id`;
	return row!.id;
}

export async function selectForm(db: Db, id: string): Promise<DraftForm | undefined> {
	const [row] = await db<DraftForm[]>`
		select id, content, edition, changed_at, changed_by from forms.form where id = ${id}`;
	return row;
}

/** Held until the transaction ends, so that two who write follow one another. */
export async function lockForm(db: Db, id: string): Promise<DraftForm | undefined> {
	await db`select 1 from forms.form where id = ${id} for update`;
	return selectForm(db, id);
}

export async function updateForm(
	db: Db,
	id: string,
	content: StoredForm,
	{ at, by }: Signed
): Promise<number> {
	const [row] = await db<{ edition: number }[]>`
		update forms.form set content = ${json(content)}, edition = edition + 1, changed_at = ${at}, changed_by = ${by}
		where id = ${id} returning edition`;
	return row!.edition;
}

export async function insertVersion(
	db: Db,
	form: string,
	content: StoredForm,
	{ at, by }: Signed
): Promise<VersionLine> {
	const [row] = await db<VersionLine[]>`
		insert into forms.version (form, number, content, published_at, published_by)
		select ${form}, coalesce(max(number), 0) + 1, ${json(content)}, ${at}, ${by}
		from forms.version where form = ${form}
		returning id, form, number, published_at, published_by`;
	return row!;
}

export async function selectVersion(db: Db, id: string): Promise<FormVersion | undefined> {
	const [row] = await db<FormVersion[]>`
		select id, form, number, content, published_at, published_by from forms.version where id = ${id}`;
	return row;
}

/** Newest first. */
export function listVersionLines(db: Db, form: string): Promise<VersionLine[]> {
	return db<VersionLine[]>`
		select id, form, number, published_at, published_by from forms.version where form = ${form} order by number desc`;
}

export async function latestLine(db: Db, form: string): Promise<VersionLine | undefined> {
	const [row] = await db<VersionLine[]>`
		select id, form, number, published_at, published_by from forms.version
		where form = ${form} order by number desc limit 1`;
	return row;
}

/** Text must be made into JSON here: the driver takes text for JSON that is ready. */
function json(content: StoredForm): string {
	return JSON.stringify(content);
}
