import type { Db } from '#server/db';

export type Aside = 'spam' | 'merged';

/**
 * Why an expression is in no list and no count unless somebody looks for it: a person marked it as spam, or another
 * one stands for it. Null: neither. When the one that stands is withdrawn, erased or spam itself, the other is back.
 */
export function asideOf(db: Db) {
	return db`(case
		when ${isSpam(db, db`expression.id`)} then 'spam'
		when exists (
			select from programmes.merging
			join programmes.expression standing on standing.id = merging.stands and standing.erased_at is null
			where merging.other = expression.id and merging.undone_at is null
				and not exists (select from programmes.withdrawal gone where gone.expression = standing.id)
				and not ${isSpam(db, db`standing.id`)}) then 'merged'
		end)`;
}

function isSpam(db: Db, id: ReturnType<typeof fragment>) {
	return db`exists (
		select from programmes.spam_mark where spam_mark.expression = ${id} and spam_mark.undone_at is null)`;
}

function fragment(db: Db) {
	return db``;
}
