import type { RegimeName } from './regimes.ts';
import table from './tables/picks.json' with { type: 'json' };

/** What somebody is asked to find the law that their request falls under. */
export type Asked = {
	/** About themselves. */
	readonly isOwnData: boolean;
	/** To see it; otherwise to have it mended, erased, moved, or left alone. */
	readonly isAccess?: boolean;
	readonly isLawEnforcement?: boolean;
	readonly isInUnion?: boolean;
	readonly isEnvironmental?: boolean;
	readonly body: 'public' | 'scottish' | 'school' | 'private';
};

export type PickId = keyof typeof table;
export type Pick = { readonly regime: RegimeName | null; readonly because: readonly PickId[] };

export const picks: Readonly<Record<PickId, { readonly en: string; readonly cy: string }>> = table;

/** The law, and why that one. Null where nobody need answer. */
export function pickRegime(asked: Asked): Pick {
	return asked.isOwnData ? forOwnData(asked) : forOthers(asked);
}

function forOwnData({ isAccess = true, isLawEnforcement, isInUnion }: Asked): Pick {
	if (isInUnion) return { regime: 'EUGDPR', because: ['own-data', 'eu'] };
	const access: PickId[] = isAccess ? ['access'] : [];
	if (isLawEnforcement)
		return {
			regime: isAccess ? 'DPA3-SAR' : 'DPA3-rights',
			because: ['own-data', 'law-enforcement', ...access]
		};
	return { regime: isAccess ? 'UKGDPR-SAR' : 'UKGDPR-rights', because: ['own-data', ...access] };
}

/** A school's days count under the Freedom of Information Act alone. */
function forOthers({ isEnvironmental, body }: Asked): Pick {
	if (body === 'private') return { regime: null, because: ['private-body'] };
	if (body === 'scottish')
		return isEnvironmental
			? { regime: 'EISR', because: ['scottish-body', 'environmental'] }
			: { regime: 'FOISA', because: ['scottish-body'] };
	if (isEnvironmental) return { regime: 'EIR', because: ['environmental'] };
	return body === 'school'
		? { regime: 'FOIA-school', because: ['public-body', 'school'] }
		: { regime: 'FOIA', because: ['public-body'] };
}
