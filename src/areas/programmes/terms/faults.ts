import type { Choice } from './choices.ts';
import type { SaidTerms } from './terms.schema.ts';
import { optionOf } from './terms.ts';

/*
 * What terms cannot say. A rule on a personal characteristic may only help: Equality Act 2010 s.158 lets people take
 * proportionate steps for those who share a characteristic and are disadvantaged, or take part too seldom; s.159 is for
 * employment alone. So it has a least number and no most, a reason, and a question of its own that nobody has to answer.
 */
export function termsFaults(terms: SaidTerms, choices: readonly Choice[]): Record<string, string> {
	return Object.fromEntries([
		...partFaults(terms.parts),
		...attributeFaults(terms.attributes, choices),
		...quotaFaults(terms.quotas, choices),
		...aloneFaults(terms.notAlone, choices),
		...(terms.lots === 'drawn' && terms.band === null ? [fault('band', 'missing')] : [])
	]);
}

type Fault = [field: string, code: string];

function partFaults(parts: SaidTerms['parts']): Fault[] {
	const said = Object.values(parts);
	if (said.every((one) => one === null)) return [];
	const empty = Object.entries(parts).find(([, one]) => one === null);
	if (empty) return [fault(`parts.${empty[0]}`, 'missing')];
	const sum = said.reduce<number>((total, one) => total + (one ?? 0), 0);
	return Math.abs(sum - 100) < 1e-6 ? [] : [fault('parts.difference', 'not-a-hundred')];
}

function attributeFaults(attributes: SaidTerms['attributes'], choices: readonly Choice[]): Fault[] {
	return attributes.flatMap(({ question, weight }, at): Fault[] => {
		const field = `attributes.${at}.question`;
		const choice = choices.find((one) => one.question === question);
		const before = attributes.findIndex((one) => one.question === question);
		if (!question) return [fault(field, 'missing')];
		if (!choice || choice.isSeveral) return [fault(field, 'not-an-option')];
		if (choice.isPersonal) return [fault(field, 'about-a-person')];
		if (before < at) return [fault(field, 'said-twice')];
		return weight === null || weight === 0 ? [fault(`attributes.${at}.weight`, 'missing')] : [];
	});
}

function quotaFaults(quotas: SaidTerms['quotas'], choices: readonly Choice[]): Fault[] {
	return quotas.flatMap(({ of, min, max, why }, at): Fault[] => {
		const choice = offered(of, choices);
		if (!of) return [fault(`quotas.${at}.of`, 'missing')];
		if (!choice) return [fault(`quotas.${at}.of`, 'not-an-option')];
		if (quotas.findIndex((one) => one.of === of) < at) return [fault(`quotas.${at}.of`, 'said-twice')];
		if (min === null && max === null) return [fault(`quotas.${at}.min`, 'missing')];
		if (min !== null && max !== null && min > max) return [fault(`quotas.${at}.max`, 'out-of-range')];
		return choice.isPersonal ? personalFaults({ min, max, why }, choice, at) : [];
	});
}

function personalFaults(
	{ max, why }: Pick<SaidTerms['quotas'][number], 'min' | 'max' | 'why'>,
	{ isConsented }: Choice,
	at: number
): Fault[] {
	if (!isConsented) return [fault(`quotas.${at}.of`, 'not-consented')];
	if (max !== null) return [fault(`quotas.${at}.max`, 'most-of-people')];
	return why ? [] : [fault(`quotas.${at}.why`, 'missing')];
}

function aloneFaults(notAlone: SaidTerms['notAlone'], choices: readonly Choice[]): Fault[] {
	return notAlone.flatMap(({ of }, at): Fault[] => {
		const choice = offered(of, choices);
		if (!choice) return [fault(`notAlone.${at}.of`, 'not-an-option')];
		return choice.isPersonal ? [fault(`notAlone.${at}.of`, 'about-a-person')] : [];
	});
}

/** The question, where it offers this option. */
export function offered(of: string, choices: readonly Choice[]): Choice | undefined {
	const { question, option } = optionOf(of);
	const choice = choices.find((one) => one.question === question);
	return choice?.options.some(({ value }) => value === option) ? choice : undefined;
}

function fault(field: string, code: string): Fault {
	return [`content.terms.${field}`, code];
}
