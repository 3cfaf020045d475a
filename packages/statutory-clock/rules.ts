// Each rule in a phrase of ours, in English and Welsh, with the section it follows as in force in November 2026.
import table from './tables/rules.json' with { type: 'json' };

export type RuleId = keyof typeof table;

export type Rule = {
	/** Statute binds. Guidance is what a regulator expects; to miss it is not unlawful. An assumption is ours. */
	readonly binds: 'statute' | 'guidance' | 'assumption';
	readonly source: string;
	readonly url: string;
	readonly en: string;
	/** Welsh that no speaker has reviewed. */
	readonly cy: string;
};

export const rules = table as Readonly<Record<RuleId, Rule>>;
