import type { Db } from '#server/db';

export type CheckRow = {
	expression: string;
	isEligible: boolean;
	why: string | null;
	checkedAt: Date;
	checkedBy: string;
};

export async function saveCheck(db: Db, check: CheckRow): Promise<void> {
	const { expression, isEligible, why, checkedAt, checkedBy } = check;
	await db`
		insert into programmes.eligibility_check (expression, is_eligible, why, checked_at, checked_by)
		values (${expression}, ${isEligible}, ${why}, ${checkedAt}, ${checkedBy})
		on conflict (expression) do update set is_eligible = excluded.is_eligible, why = excluded.why,
			checked_at = excluded.checked_at, checked_by = excluded.checked_by`;
}

export function listChecks(db: Db, call: string): Promise<CheckRow[]> {
	return db<CheckRow[]>`
		select eligibility_check.* from programmes.eligibility_check
		join programmes.expression on expression.id = eligibility_check.expression where expression.call = ${call}`;
}

export async function findCheck(db: Db, expression: string): Promise<CheckRow | undefined> {
	const [row] = await db<
		CheckRow[]
	>`select * from programmes.eligibility_check where expression = ${expression}`;
	return row;
}
